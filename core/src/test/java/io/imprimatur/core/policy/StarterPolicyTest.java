package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.finding.Category;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StarterPolicyTest {

    private final Policy starter = StarterPolicy.policy();

    @Test
    void itHasRulesThatCountAndThatExplainThemselves() {
        assertThat(starter.rules()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(rule -> {
            assertThat(rule.enforcement()).isEqualTo(Enforcement.ENFORCE);
            assertThat(rule.because()).isNotNull();
            assertThat(rule.position().isKnown()).isTrue();
        });
    }

    @Test
    void itKnowsNobodyAndAssumesNothing() {
        assertThat(starter.roles()).isEmpty();
        assertThat(starter.scanners()).isEmpty();
        assertThat(starter.silence()).isEqualTo(Silence.UNKNOWN);
        assertThat(starter.rules())
                .extracting(Rule::then)
                .containsOnly(new Effect.Block(), new Effect.Review(Requirement.ANYONE));
    }

    @Test
    void itBlocksSecretsAlone() {
        assertThat(starter.rules())
                .filteredOn(rule -> rule.then() instanceof Effect.Block)
                .singleElement()
                .satisfies(rule -> assertThat(rule.id()).isEqualTo("no-secrets"));
    }

    @Test
    void itAsksForNoCategoryButSecretsWhichTheEmbeddedScannerCovers() {
        for (Rule rule : starter.rules()) {
            Condition when = rule.when();
            if (when instanceof FindingExists finding) {
                assertThat(finding.filter().categories()).isSubsetOf(Category.SECRET);
            } else if (when instanceof NotCovered gap) {
                assertThat(gap.categories()).isSubsetOf(Category.SECRET);
            }
        }
    }

    @Test
    void itsCommentedPartsAreInTheFormatToo() {
        String all = new String(StarterPolicy.content(), StandardCharsets.UTF_8)
                .replace("# assume:", "assume:")
                .replace("# scanners:\n#   secrets", "scanners:\n  secrets")
                .replace("# roles:\n#   security", "roles:\n  security");
        Policy policy = PolicyReader.read(all.getBytes(StandardCharsets.UTF_8), "all.yaml");
        assertThat(policy.silence()).isEqualTo(Silence.HUMAN);
        assertThat(policy.scanners()).containsOnlyKeys("secrets");
        assertThat(policy.roles()).hasSize(1);
    }
}
