package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.finding.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the module's rules must be for the rest of it to hold. */
class OwnRulesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/imprimatur/semgrep/rules");

    @TempDir
    private Path folder;

    @Test
    void theIndexNamesEveryFile() throws IOException {
        List<String> there;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            there = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList();
        }
        assertThat(Files.readAllLines(FOLDER.resolve("index.txt")))
                .as("in %s: find . -name '*.yaml' | sed 's|^./||' | LC_ALL=C sort > index.txt", FOLDER)
                .isEqualTo(there)
                .isNotEmpty();
    }

    @Test
    void everyCategoryIsOneThatTheScannerDeclares() {
        List<String> declared =
                SemgrepProvider.CATEGORIES.stream().map(Category::id).toList();

        assertThat(matches("(?m)^ {6,}category: +(\\S+)$")).isNotEmpty().allMatch(declared::contains);
    }

    @Test
    void everyIdBeginsWithOurName() {
        assertThat(matches("(?m)^  - id: +(\\S+)$")).isNotEmpty().allMatch(id -> id.startsWith("imprimatur."));
    }

    /** The tool would put code in its place, which is what must not be quoted. */
    @Test
    void noMessageAboutASecretHoldsAVariable() {
        List<String> quiet = matches("(?ms)^  - id: (.*?)(?=^  - id: |\\z)").stream()
                .filter(rule -> rule.matches("(?s).*\\n {6,}category: +(secret|pii)\\n.*"))
                .toList();

        assertThat(quiet)
                .isNotEmpty()
                .noneMatch(rule -> Pattern.compile("\\n {4}message:.*(?:\\n {6,}.*)*\\$(?:\\.\\.\\.)?[A-Z0-9_]")
                        .matcher(rule)
                        .find());
    }

    @Test
    void aRuleThatChangesChangesTheirDigest() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "rules: []\n");
        RuleSet before = RuleSet.in(List.of(folder));
        Files.writeString(file, "rules: [] # changed\n");

        assertThat(RuleSet.in(List.of(folder)).digest()).isNotEqualTo(before.digest());
        assertThat(before.digest())
                .isEqualTo(new RuleSet(new TreeMap<>(before.files()), before.languages(), List.of()).digest());
    }

    @Test
    void aRuleIsNamedAsItNamesItself() {
        RuleSet rules = RuleSet.own();
        Path place = Path.of("/tmp/imprimatur-1/rules");

        assertThat(rules.plainName("tmp.imprimatur-1.rules.imprimatur.web.imprimatur.python.debug-on", place))
                .isEqualTo("imprimatur.python.debug-on");
        assertThat(rules.plainName("imprimatur.python.debug-on", place)).isEqualTo("imprimatur.python.debug-on");
    }

    private static List<String> matches(String pattern) {
        return RuleSet.own().files().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
