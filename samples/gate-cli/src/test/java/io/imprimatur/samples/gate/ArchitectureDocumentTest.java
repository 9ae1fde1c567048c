package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about the architecture names is there. */
class ArchitectureDocumentTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path DOCUMENT = ROOT.resolve("samples/docs/architecture.md");

    @Test
    void everyClassAndTestThatItNamesExists() throws IOException {
        List<String> named = inCode("[A-Z][A-Za-z]+");
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyFolderThatItNamesExistsAndEveryModuleIsNamed() throws IOException {
        List<String> named = inCode("(api|core|spi-[a-z]+|samples/[a-z-]+)");
        assertThat(named).allSatisfy(folder -> assertThat(ROOT.resolve(folder)).isDirectory());
        assertThat(named).containsAll(matches("<module>(.*?)</module>", ROOT.resolve("pom.xml")));
    }

    private static List<String> inCode(String pattern) throws IOException {
        return matches("`(" + pattern + ")`", DOCUMENT);
    }

    /** What the first group of a pattern matches in a file. */
    private static List<String> matches(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
