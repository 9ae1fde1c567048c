package io.imprimatur.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reports that others recorded, which lie beside the repository and are no part of it, and what each must yield. */
public final class SharedReports {
    private static final Path ARCHIVE = Path.of("../../shared/fixtures.tar.gz");
    private static final Path MANIFEST = Path.of("../../shared/fixtures-MANIFEST.tsv");
    private static final int BLOCK = 512;

    private SharedReports() {}

    /** A report and its row of the manifest by the names of its columns. */
    public record Report(byte[] content, Map<String, String> row) {
        public String get(String column) {
            String value = row.get(column);
            if (value == null) {
                throw new IllegalArgumentException("the manifest has no column " + column);
            }
            return value;
        }

        @Override
        public String toString() {
            return get("path");
        }
    }

    /** None where they are not there. */
    public static List<Report> read() throws IOException {
        if (!Files.isRegularFile(ARCHIVE) || !Files.isRegularFile(MANIFEST)) {
            return List.of();
        }
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(ARCHIVE)))) {
            unpack(tar, files);
        }
        List<Report> reports = new ArrayList<>();
        List<String> lines = Files.readAllLines(MANIFEST, UTF_8);
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), values[i]);
            }
            byte[] content = files.get("fixtures/" + values[0]);
            if (content == null) {
                throw new IOException("the archive has no " + values[0]);
            }
            reports.add(new Report(content, row));
        }
        return reports;
    }

    /** Plain files of an archive as POSIX and GNU write it, with GNU's long names. */
    private static void unpack(InputStream tar, Map<String, byte[]> files) throws IOException {
        String longName = null;
        for (byte[] head = tar.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = tar.readNBytes(BLOCK)) {
            int size = Integer.parseInt(text(head, 124, 12).strip(), 8);
            byte[] content = tar.readNBytes(size);
            tar.readNBytes((BLOCK - size % BLOCK) % BLOCK);
            String prefix = new String(head, 257, 6, UTF_8).equals("ustar\0") ? text(head, 345, 155) : "";
            String name = longName != null ? longName : prefix + (prefix.isEmpty() ? "" : "/") + text(head, 0, 100);
            longName = head[156] == 'L' ? text(content, 0, size) : null;
            if (head[156] == '0' || head[156] == 0) {
                files.put(name, content);
            }
        }
    }

    private static String text(byte[] bytes, int offset, int length) throws IOException {
        byte[] field = new ByteArrayInputStream(bytes, offset, length).readAllBytes();
        String text = new String(field, UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
