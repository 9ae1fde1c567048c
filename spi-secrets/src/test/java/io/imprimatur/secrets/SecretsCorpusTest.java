package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the detector on a labelled corpus that lies beside the repository and is no part of it; skipped where it is
 * absent. Figures count labelled lines; a reported line without a label counts against precision.
 */
class SecretsCorpusTest {
    private static final Path CORPUS = Path.of("../../shared/secrets-corpus.tar.gz");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(-?[0-9]+))");

    /** What this detector is for; passwords, assignments and other values are another's. */
    private static final Map<String, Predicate<String>> STRUCTURAL = new TreeMap<>(Map.of(
            "private keys", kind -> kind.startsWith("PEM Private Key"),
            "URL passwords", kind -> kind.contains("URL Credentials"),
            "JSON Web Tokens", kind -> kind.contains("JSON Web Token"),
            "AWS key ids", kind -> kind.contains("AWS Client ID") || kind.equals("AWS Multi")));

    private static final Map<String, byte[]> FILES = new HashMap<>();

    private record Label(String verdict, String kind, String path, int first, int last, String text) {
        static Label of(String json) {
            Map<String, String> fields = new HashMap<>();
            Matcher field = FIELD.matcher(json);
            while (field.find()) {
                fields.putIfAbsent(field.group(1), field.group(2) != null ? field.group(2) : field.group(3));
            }
            return new Label(
                    fields.get("label"),
                    fields.get("rule_id"),
                    fields.getOrDefault("path", ""),
                    Integer.parseInt(fields.getOrDefault("line_start", "0")),
                    Integer.parseInt(fields.getOrDefault("line_end", "0")),
                    unescaped(fields.get("text")));
        }
    }

    private record Line(String path, int number) {}

    @BeforeAll
    static void readCorpus() throws IOException {
        boolean present = Files.isRegularFile(CORPUS);
        if (!present) {
            System.out.println("skipped: " + CORPUS + " is not there");
        }
        assumeTrue(present);
        try (InputStream tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(CORPUS)))) {
            FILES.putAll(Tar.read(tar));
        }
    }

    @Test
    void structuralKindsAreFoundInRealFiles() {
        Map<Line, String> verdicts = new HashMap<>();
        List<Label> labels = labels("creddata.jsonl");
        for (Label label : labels) {
            for (int line = label.first(); line <= label.last(); line++) {
                verdicts.merge(new Line(label.path(), line), label.verdict(), SecretsCorpusTest::stronger);
            }
        }
        Map<Line, Grade> found = new HashMap<>();
        for (String path : FILES.keySet().stream()
                .filter(name -> name.startsWith("creddata-files/"))
                .toList()) {
            Text text = SourceText.of(FILES.get(path));
            if (text != null) {
                new SecretDetector()
                        .find(text)
                        .found()
                        .forEach(match -> found.put(
                                new Line(path.substring("creddata-files/".length()), match.firstLine()),
                                match.grade()));
            }
        }
        Figures all = precision(found.keySet(), verdicts);
        Figures sure = precision(
                found.entrySet().stream()
                        .filter(entry -> entry.getValue().compareTo(Grade.LIKELY) <= 0)
                        .map(Map.Entry::getKey)
                        .collect(java.util.stream.Collectors.toSet()),
                verdicts);
        System.out.printf(
                "real files: %d lines reported, precision %.3f; of grade likely or better %.3f%n",
                found.size(), all.share(), sure.share());
        STRUCTURAL.forEach((name, kinds) -> {
            Figures recall = recall(labels, kinds, found.keySet());
            System.out.printf("real files: %s, %d of %d found%n", name, recall.right(), recall.whole());
        });

        assertThat(all.share()).isGreaterThanOrEqualTo(0.96);
        assertThat(sure.share()).isGreaterThanOrEqualTo(0.99);
        assertThat(recall(labels, STRUCTURAL.get("private keys"), found.keySet())
                        .share())
                .isEqualTo(1);
        assertThat(recall(labels, STRUCTURAL.get("URL passwords"), found.keySet())
                        .share())
                .isEqualTo(1);
        assertThat(recall(labels, STRUCTURAL.get("JSON Web Tokens"), found.keySet())
                        .share())
                .isGreaterThanOrEqualTo(0.97);
        assertThat(recall(labels, STRUCTURAL.get("AWS key ids"), found.keySet()).share())
                .isGreaterThanOrEqualTo(0.81);
    }

    @Test
    void otherScannersExamplesAreFound() {
        Map<String, int[]> rules = new TreeMap<>();
        int alarms = 0;
        int negatives = 0;
        for (Label label : labels("gitleaks.jsonl")) {
            boolean found = !Detections.in(label.text()).isEmpty();
            if (label.verdict().equals("positive")) {
                int[] count = rules.computeIfAbsent(label.kind(), any -> new int[2]);
                count[0] += found ? 1 : 0;
                count[1]++;
            } else {
                negatives++;
                alarms += found ? 1 : 0;
            }
        }
        long whole =
                rules.values().stream().filter(count -> count[0] == count[1]).count();
        int right = rules.values().stream().mapToInt(count -> count[0]).sum();
        int all = rules.values().stream().mapToInt(count -> count[1]).sum();
        System.out.printf(
                "another scanner's examples: %d of %d found; all those of %d of %d rules; %d of %d counter-examples"
                        + " reported%n",
                right, all, whole, rules.size(), alarms, negatives);

        assertThat(right).isGreaterThanOrEqualTo(2_980);
        assertThat(whole).isGreaterThanOrEqualTo(95);
        // Keys that are public by their owners' will, and counter-examples to one rule that another rightly reports.
        assertThat(alarms).isLessThanOrEqualTo(21);
    }

    private record Figures(int right, int whole) {
        double share() {
            return (double) right / whole;
        }
    }

    private static Figures precision(Set<Line> found, Map<Line, String> verdicts) {
        int right = 0;
        int wrong = 0;
        for (Line line : found) {
            String verdict = verdicts.getOrDefault(line, "negative");
            right += verdict.equals("positive") ? 1 : 0;
            wrong += verdict.equals("negative") ? 1 : 0;
        }
        return new Figures(right, right + wrong);
    }

    private static Figures recall(List<Label> labels, Predicate<String> kinds, Set<Line> found) {
        List<Label> sought = labels.stream()
                .filter(label -> label.verdict().equals("positive") && kinds.test(label.kind()))
                .toList();
        long right = sought.stream()
                .filter(label -> found.stream()
                        .anyMatch(line -> line.path().equals(label.path())
                                && line.number() >= label.first()
                                && line.number() <= label.last()))
                .count();
        return new Figures((int) right, sought.size());
    }

    private static String stronger(String one, String other) {
        List<String> order = List.of("negative", "ambiguous", "positive");
        return order.indexOf(one) >= order.indexOf(other) ? one : other;
    }

    private static List<Label> labels(String file) {
        return new String(FILES.get(file), UTF_8).lines().map(Label::of).toList();
    }

    private static String unescaped(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            switch (json.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(json.charAt(i));
            }
        }
        return text.toString();
    }

    /** The little of the tar format (POSIX ustar) that an archive of short names and plain files needs. */
    private static final class Tar {
        private static final int BLOCK = 512;

        static Map<String, byte[]> read(InputStream tar) throws IOException {
            Map<String, byte[]> files = new HashMap<>();
            List<String> odd = new ArrayList<>();
            while (true) {
                byte[] header = tar.readNBytes(BLOCK);
                if (header.length < BLOCK || header[0] == 0) {
                    assertThat(odd).isEmpty();
                    return files;
                }
                int size = Integer.parseInt(field(header, 124, 12), 8);
                byte[] content = tar.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
                String name = field(header, 0, 100).replaceFirst("^\\./", "");
                if (header[156] == '0') {
                    files.put(name, java.util.Arrays.copyOf(content, size));
                } else if (header[156] != '5') {
                    odd.add(name);
                }
            }
        }

        private static String field(byte[] header, int start, int length) {
            String field = new String(header, start, length, UTF_8);
            int end = field.indexOf('\0');
            return (end < 0 ? field : field.substring(0, end)).strip();
        }
    }
}
