package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInRulesTest {

    @Test
    void theyCountAndTheirIdsAreReserved() {
        assertThat(BuiltInRules.ALL).isNotEmpty().allSatisfy(rule -> {
            assertThat(Policy.isReserved(rule.id())).isTrue();
            assertThat(rule.enforcement()).isEqualTo(Enforcement.ENFORCE);
            assertThat(rule.because()).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".imprimatur/policy.yaml",
                ".imprimatur/waivers/2026/a.yaml",
                "CODEOWNERS",
                ".github/CODEOWNERS",
                ".gitlab/CODEOWNERS",
                "docs/CODEOWNERS"
            })
    void aChangeToTheJudgeGoesToAPerson(String path) {
        assertThat(judges(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/imprimatur/Policy.java", ".imprimatur", "CODEOWNERS.md", "docs/codeowners/a"})
    void otherPathsDoNot(String path) {
        assertThat(judges(path)).isFalse();
    }

    private static boolean judges(String path) {
        ChangeCondition.Files files = (ChangeCondition.Files) BuiltInRules.JUDGE_CHANGED.when();
        return files.filter().paths().stream().anyMatch(glob -> glob.matches(path));
    }
}
