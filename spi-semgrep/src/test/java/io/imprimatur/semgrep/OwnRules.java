package io.imprimatur.semgrep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules that the module brings, as they are written, and their cases. */
final class OwnRules {
    static final Path FOLDER = Path.of("src/main/resources/io/imprimatur/semgrep/rules");
    static final Path CASES = Path.of("src/test/resources/io/imprimatur/semgrep/rules");

    private OwnRules() {}

    /** In the order of their files, and in it. */
    static List<OwnRule> read() {
        List<OwnRule> rules = new ArrayList<>();
        for (Path file : filesIn(FOLDER)) {
            String name = FOLDER.relativize(file).toString().replace('\\', '/');
            for (Object rule : listIn(text(file))) {
                rules.add(new OwnRule(name, fields(rule)));
            }
        }
        return rules;
    }

    /** What the document holds below {@code rules}. */
    static List<?> listIn(String document) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        return content instanceof Map<?, ?> map && map.get("rules") instanceof List<?> list ? list : List.of();
    }

    /** The files of a rule's cases. */
    static List<Path> casesOf(OwnRule rule) {
        return filesIn(CASES.resolve(rule.folder())).stream()
                .filter(file -> {
                    String name = file.getFileName().toString();
                    return name.substring(0, name.indexOf('.')).equals(rule.name());
                })
                .toList();
    }

    static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked") // keys of a rule are texts; what is none fails the tests
    private static Map<String, Object> fields(Object rule) {
        return (Map<String, Object>) rule;
    }
}
