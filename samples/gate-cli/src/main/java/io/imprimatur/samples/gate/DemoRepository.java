package io.imprimatur.samples.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** A git repository written by hand, object by object: it needs no git on the machine, and reads no one's settings. */
final class DemoRepository {
    private static final String WHO = "Demo Developer <developer@example.com> 1767225600 +0000";

    private final Path git;

    private DemoRepository(Path git) {
        this.git = git;
    }

    static DemoRepository create(Path folder) throws IOException {
        Path git = Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs/heads"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n");
        return new DemoRepository(git);
    }

    void branch(String name, String commit) throws IOException {
        Files.writeString(git.resolve("refs/heads").resolve(name), commit + "\n");
    }

    /** A commit of these files. */
    String commit(String message, @Nullable String parent, Map<String, String> files) throws IOException {
        String parents = parent == null ? "" : "parent " + parent + "\n";
        String text =
                "tree " + tree(files) + "\n" + parents + "author " + WHO + "\ncommitter " + WHO + "\n\n" + message;
        return object("commit", text.getBytes(StandardCharsets.UTF_8));
    }

    private String tree(Map<String, String> files) throws IOException {
        // Git orders a folder as if its name ended in a slash.
        Map<String, String> entries = new TreeMap<>();
        Map<String, Map<String, String>> folders = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            int slash = file.getKey().indexOf('/');
            if (slash < 0) {
                entries.put(file.getKey(), object("blob", file.getValue().getBytes(StandardCharsets.UTF_8)));
            } else {
                folders.computeIfAbsent(file.getKey().substring(0, slash + 1), name -> new TreeMap<>())
                        .put(file.getKey().substring(slash + 1), file.getValue());
            }
        }
        for (Map.Entry<String, Map<String, String>> folder : folders.entrySet()) {
            entries.put(folder.getKey(), tree(folder.getValue()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            boolean folder = entry.getKey().endsWith("/");
            String name = folder ? entry.getKey().substring(0, entry.getKey().length() - 1) : entry.getKey();
            bytes.writeBytes(((folder ? "40000 " : "100644 ") + name + "\0").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(entry.getValue()));
        }
        return object("tree", bytes.toByteArray());
    }

    private String object(String kind, byte[] content) throws IOException {
        byte[] header = (kind + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        MessageDigest sha1 = sha1();
        sha1.update(header);
        String id = HexFormat.of().formatHex(sha1.digest(content));
        Path file = git.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
        Files.createDirectories(git.resolve("objects").resolve(id.substring(0, 2)));
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
            out.write(header);
            out.write(content);
        }
        return id;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }
}
