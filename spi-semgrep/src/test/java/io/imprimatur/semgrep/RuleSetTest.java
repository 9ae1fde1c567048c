package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.finding.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of a run must be for the rest of the module to hold. */
class RuleSetTest {
    @TempDir
    private Path folder;

    @Test
    void everyCategoryOfOurRulesIsOneThatTheScannerDeclares() {
        List<String> declared =
                SemgrepProvider.CATEGORIES.stream().map(Category::id).toList();

        assertThat(OwnRules.read().stream().map(OwnRule::category)).isNotEmpty().allMatch(declared::contains);
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

        assertThat(rules.plainName("tmp.imprimatur-1.rules.imprimatur.imprimatur.python.debug-on", place))
                .isEqualTo("imprimatur.python.debug-on");
        assertThat(rules.plainName("imprimatur.python.debug-on", place)).isEqualTo("imprimatur.python.debug-on");
    }
}
