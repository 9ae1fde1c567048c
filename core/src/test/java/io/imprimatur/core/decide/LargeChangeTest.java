package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Step.Approve;
import io.imprimatur.decision.Unblock;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Gap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A change of many files, of each of which something is said, found and left out. What grows with the square of such a change
 * takes many times as long as is allowed here.
 */
class LargeChangeTest {
    private static final int FILES = 3_000;
    private static final Category MONEY = Category.ofTopic("money");
    private static final Category HEALTH = Category.ofTopic("health");
    private static final Effect REVIEW = new Effect.Review(Requirement.ANYONE);

    private static String path(int file) {
        return (file % 2 == 0 ? "billing/" : "src/") + file;
    }

    private static Assessment assessment() {
        Change change = Given.change(IntStream.range(0, FILES)
                .mapToObj(file -> Given.file(path(file)))
                .toArray(ChangedFile[]::new));
        List<Attribution> authors = IntStream.range(0, FILES)
                .mapToObj(file -> Given.by(Contributor.AI, path(file), null, null))
                .toList();
        Gap[] gaps = IntStream.range(0, FILES)
                .mapToObj(file -> Gap.at(change.files().get(file).path(), Gap.Cause.FAILED, "did not look"))
                .toArray(Gap[]::new);
        List<Finding> findings = IntStream.range(0, FILES)
                .mapToObj(file -> Given.finding("money", MONEY, path(file)))
                .toList();
        return SmallWorld.assessment(
                change,
                Given.provenance(authors),
                Silence.UNKNOWN,
                List.of(Given.report("money", MONEY, findings, gaps), Given.report("health", HEALTH, List.of(), gaps)),
                List.of(),
                null);
    }

    private static Policy policy(Effect effect, Glob money) {
        return Policy.builder("large")
                .topic("money", money)
                .rule(Rule.of("money", new TopicTouched(List.of("money"), List.of(), null), effect))
                .rule(Rule.of("health", new TopicTouched(List.of("health"), List.of(), Ratio.ofPercent(50)), effect))
                .rule(Rule.of("either", new TopicTouched(List.of("money", "health"), List.of(), null), effect))
                .rule(Rule.of("author", new NotRecorded(List.of(Recording.AUTHORSHIP)), effect))
                .build();
    }

    @Test
    @Timeout(20)
    void isDecidedAndClearedByApprovalInTimeThatGrowsWithIt() {
        Decision decision = decide(REVIEW, "billing/**");
        // Every file may be about health, and is about money; a model wrote each.
        assertThat(decision.fired()).map(rule -> rule.reasons().size()).containsExactly(FILES, FILES, FILES);
        assertThat(decision.unblock().ways().get(0)).containsExactly(new Approve(Requirement.ANYONE));
    }

    @Test
    @Timeout(20)
    void isClearedByLeavingOutAllThatPatternsForbid() {
        Unblock unblock = decide(new Effect.Block(), "**").unblock();
        assertThat(unblock.complete()).isTrue();
        assertThat(unblock.ways()).singleElement(LIST).hasSize(FILES).allMatch(step -> step instanceof Step.LeaveOut);
    }

    @Test
    @Timeout(20)
    void isNotSearchedForeverWhereEachFileCanBeClearedInSeveralWays() {
        assertThat(decide(new Effect.Block(), "billing/**").unblock().complete())
                .isFalse();
    }

    private static Decision decide(Effect effect, String money) {
        return new Decider(policy(effect, new Glob(money)), new PolicyOrigin.Starter()).decide(assessment());
    }
}
