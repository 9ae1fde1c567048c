package io.imprimatur.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A stream for {@code git fast-import}: commits that add, edit, move, copy and delete files of every kind and name. */
final class RandomHistory {
    private static final List<String> NAMES = List.of(
            "a",
            "b.txt",
            "with space",
            "\"quoted\"",
            "new\nline",
            "tab\t",
            "back\\slash",
            "caf\u00e9",
            "caf\u00c3\u00a9",
            "\u00ff\u00fe",
            "-dash",
            "#hash",
            "..dots",
            "x".repeat(200));
    private static final List<String> DIRECTORIES = List.of("", "", "src/", "src/main/", "d\u00e9p/", "a-b/", "z/y/x/");

    private final Random random;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final Map<String, File> files = new TreeMap<>();
    private int commits;

    private record File(String mode, byte[] content) {}

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    static byte[] of(long seed, int commits) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < commits; i++) {
            history.commit();
        }
        return history.stream.toByteArray();
    }

    private void commit() {
        commits++;
        line("commit refs/heads/main");
        line("mark :" + commits);
        line("committer C <c@example.org> " + (1_700_000_000L + commits * 60L) + " +0000");
        line("data 1\nm");
        if (commits > 1) {
            line("from :" + (commits - 1));
            if (commits > 3 && random.nextInt(6) == 0) {
                line("merge :" + (1 + random.nextInt(commits - 2)));
            }
        }
        Map<String, File> before = new TreeMap<>(files);
        for (int i = 0; i <= random.nextInt(6); i++) {
            edit();
        }
        for (String path : before.keySet()) {
            if (!files.containsKey(path)) {
                line("D " + quoted(path));
            }
        }
        files.forEach((path, file) -> {
            if (!file.equals(before.get(path))) {
                write(path, file);
            }
        });
        line("");
    }

    private void edit() {
        List<String> paths = new ArrayList<>(files.keySet());
        String some = paths.isEmpty() ? null : paths.get(random.nextInt(paths.size()));
        File file = some == null ? null : files.get(some);
        switch (some == null ? 0 : random.nextInt(9)) {
            case 1, 2, 3 -> files.put(some, changed(file));
            case 4 -> files.remove(some);
            case 5 -> {
                files.remove(some);
                add(name(), random.nextBoolean() ? file : changed(file));
            }
            case 6 -> add(name(), file);
            case 7 -> files.put(some, new File(file.mode.equals("100644") ? "100755" : "100644", text(file)));
            case 8 -> files.put(some, fresh());
            default -> add(name(), fresh());
        }
    }

    /** No file in the place of a directory, nor the other way round. */
    private void add(String path, File file) {
        boolean clash =
                files.keySet().stream().anyMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
        if (!clash) {
            files.put(path, file);
        }
    }

    private String name() {
        return DIRECTORIES.get(random.nextInt(DIRECTORIES.size())) + NAMES.get(random.nextInt(NAMES.size()));
    }

    private File fresh() {
        return switch (random.nextInt(10)) {
            case 0 -> new File("120000", ("target-" + random.nextInt(9)).getBytes(StandardCharsets.UTF_8));
            case 1 -> new File("160000", new byte[] {(byte) (1 + random.nextInt(9))});
            case 2 -> new File("100644", new byte[] {'b', 0, (byte) random.nextInt(9), '\n'});
            case 3 -> new File("100644", new byte[0]);
            default -> new File(random.nextInt(5) == 0 ? "100755" : "100644", lines(random.nextInt(40)));
        };
    }

    private File changed(File file) {
        if (!file.mode.startsWith("100") || file.content.length == 0) {
            return fresh();
        }
        List<String> lines =
                new ArrayList<>(List.of(new String(file.content, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        for (int i = 0; i <= random.nextInt(5); i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.add(at, line());
                case 1 -> lines.set(at, line());
                default -> lines.remove(at);
            }
            if (lines.isEmpty()) {
                lines.add(line());
            }
        }
        return new File(file.mode, String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] text(File file) {
        return file.mode.startsWith("100") ? file.content : lines(5);
    }

    private byte[] lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line());
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Always with its end: versions of git before 2.44 leave a last line without one out of account for renames. */
    private String line() {
        return switch (random.nextInt(8)) {
            case 0 -> "\n";
            case 1 -> "}\n";
            case 2 -> "windows " + random.nextInt(5) + "\r\n";
            default -> "line " + random.nextInt(60) + " of a file\n";
        };
    }

    private void write(String path, File file) {
        if (file.mode.equals("160000")) {
            line("M 160000 " + ("0" + file.content[0]).repeat(20) + " " + quoted(path));
            return;
        }
        line("M " + file.mode + " inline " + quoted(path));
        line("data " + file.content.length);
        stream.writeBytes(file.content);
        line("");
    }

    private static String quoted(String path) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : path.getBytes(StandardCharsets.ISO_8859_1)) {
            quoted.append(
                    b > ' ' && b < 0x7f && b != '"' && b != '\\'
                            ? Character.toString(b)
                            : String.format(java.util.Locale.ROOT, "\\%03o", b & 0xff));
        }
        return quoted.append('"').toString();
    }

    private void line(String text) {
        stream.writeBytes((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
