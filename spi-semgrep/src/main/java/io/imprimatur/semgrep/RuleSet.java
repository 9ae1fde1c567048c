package io.imprimatur.semgrep;

import io.imprimatur.change.Digest;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.scan.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules of a run: ours, and those of the caller. Read into memory once, so that what is digested is what runs.
 *
 * @param files the content of each file, by its path in the folder in which they are laid out
 * @param languages those that the rules are for
 * @param gaps rules of the caller that could not be had
 */
record RuleSet(SortedMap<String, byte[]> files, Set<String> languages, List<Gap> gaps) {
    /** All in one document of JSON: the tool reads it several times faster than as many files of YAML. */
    private static final String OWN = "rules.json";

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 32;

    RuleSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        gaps = List.copyOf(gaps);
    }

    /** None. */
    static RuleSet none() {
        return new RuleSet(new TreeMap<>(), Set.of(), List.of());
    }

    /** Those that the module brings. */
    static RuleSet own() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        // In folders the tool looks at files of YAML alone, which JSON is too; it goes by how the text begins.
        files.put("imprimatur/rules.yaml", resource(OWN));
        return of(files, List.of());
    }

    /** Those in files and folders of the caller, absolute; of a folder every {@code .yaml}, {@code .yml} in it. */
    static RuleSet in(List<Path> places) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Path place = places.get(i);
            String prefix = "caller-" + (i + 1) + "/";
            try {
                int before = files.size();
                for (Path file : rules(place)) {
                    String name = file.equals(place)
                            ? "rules" + ending(file)
                            : place.relativize(file).toString().replace('\\', '/');
                    files.put(prefix + name, read(file));
                }
                if (files.size() == before) {
                    gaps.add(missing(place, "there is no rule"));
                }
            } catch (IOException | ImprimaturException failure) {
                gaps.add(missing(place, "the rules cannot be read"));
            }
        }
        return of(files, gaps);
    }

    RuleSet and(RuleSet others) {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.putAll(others.files);
        Set<String> both = new TreeSet<>(languages);
        both.addAll(others.languages);
        return new RuleSet(
                all, both, Stream.concat(gaps.stream(), others.gaps.stream()).toList());
    }

    /** What they are, to the byte. */
    Digest digest() {
        MessageDigest digest = Digest.start();
        files.forEach((name, content) -> {
            digest.update(Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().getBytes(StandardCharsets.US_ASCII));
            digest.update(Digest.of(content).hex().getBytes(StandardCharsets.US_ASCII));
        });
        return Digest.of(digest);
    }

    /**
     * What a rule calls itself, of what the tool calls it in its complaints: before that it puts the path of the rule's file,
     * with dots.
     *
     * @param folder where the rules lie
     */
    String plainName(String rule, Path folder) {
        String root = dotted(folder.toString());
        if (!rule.startsWith(root)) {
            return rule;
        }
        String prefix = files.keySet().stream()
                .map(file -> root + dotted(file.substring(0, file.lastIndexOf('/'))))
                .filter(rule::startsWith)
                .max(Comparator.comparing(String::length))
                .orElse(root);
        return rule.substring(prefix.length());
    }

    private static String dotted(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return plain.replace('/', '.') + ".";
    }

    /** Puts them into a folder. */
    void write(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static RuleSet of(SortedMap<String, byte[]> files, List<Gap> gaps) {
        Set<String> languages = new TreeSet<>();
        files.values()
                .forEach(content -> languages.addAll(Languages.ofRules(new String(content, StandardCharsets.UTF_8))));
        return new RuleSet(files, languages, gaps);
    }

    private static List<Path> rules(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.walk(place, DEEPEST)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> ending(file).equals(".yaml") || ending(file).equals(".yml"))
                    // As the tool does: what tests rules is none.
                    .filter(file -> !file.toString().matches(".*\\.test\\.ya?ml"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ".yaml" : name.substring(dot);
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException("larger than a file of rules");
            }
            return content;
        }
    }

    private static Gap missing(Path place, String what) {
        return Gap.whole(Gap.Cause.NOT_CONFIGURED, what + " at " + place.getFileName());
    }

    private static byte[] resource(String name) {
        try (InputStream in = RuleSet.class.getResourceAsStream(name)) {
            if (in != null) {
                return in.readAllBytes();
            }
        } catch (IOException unreadable) {
            // as if it were not there
        }
        throw new ImprimaturException(
                ErrorCode.PLATFORM_UNSUITABLE,
                Problem.of("the rules of the module are not all there")
                        .value(name)
                        .remedy("take the module as it was released"));
    }
}
