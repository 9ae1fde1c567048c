package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Reason;
import io.imprimatur.finding.Category;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody could read may have changed, and everything in it. */
class UnsureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ paths: \"auth/**\" }",
                "{ files: { kind: [test, build] } }",
                "{ change: { files: \">= 2\" } }",
                "{ change: { added-lines: \">= 100\", paths: \"auth/**\" } }",
                "{ ai: { share: \"> 10%\" } }",
                "{ ai: { share: \"> 10%\", paths: \"auth/**\" } }",
                "{ ai: { model: { not-in: [\"m/*\"] } } }",
                "{ topic: auth }",
                "{ finding: { category: secret, paths: \"auth/**\" } }",
                "{ finding: { category: secret, introduced: true, paths: \"auth/**\" } }",
                "{ not-covered: { category: secret, paths: \"auth/**\" } }",
                "{ not-recorded: [authorship] }",
                "{ risk: \">= high\" }",
                "{ not: { change: { files: \"<= 1\" } } }"
            })
    void aRuleActsOnIt(String condition) {
        // A folder that cannot be read, and a file in it.
        for (String unread : List.of("auth", "auth/login.py")) {
            List<FiredRule> fired = fired(condition, unread);
            assertThat(fired).as("%s, %s", condition, unread).hasSize(1);
            assertThat(fired.get(0).truth()).as(condition).isNotEqualTo(Truth.FALSE);
            assertThat(fired.get(0).reasons()).as(condition).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ paths: \"docs/**\" }",
                "{ change: { files: \">= 1\", paths: \"docs/**\" } }",
                "{ finding: { category: secret, paths: \"docs/**\" } }",
                "{ not-covered: { category: secret, paths: [\"docs/*\", \"author\"] } }"
            })
    void aRuleOnOtherPathsDoesNot(String condition) {
        assertThat(fired(condition, "auth")).isEmpty();
    }

    @Test
    void aChangeOfThePolicyThatNobodyCanReadGoesToAPerson() {
        assertThat(decide("{ paths: \"docs/**\" }", ".imprimatur/policy.yaml").fired())
                .extracting(rule -> rule.rule().id())
                .containsExactly("imprimatur.judge-changed");
    }

    @Test
    void theReasonNamesWhatCouldNotBeRead() {
        assertThat(fired("{ paths: \"auth/**\" }", "auth", "x").get(0).reasons())
                .extracting(Reason::fact)
                .containsExactly(
                        "whether the change touches such a file is not known: auth and 1 more could not be read");
    }

    @Test
    void aFileOfTheChangeWhoseContentCouldNotBeReadIsSureToBeTouched() {
        assertThat(fired("{ paths: \"src/**\" }", "src/a").get(0).truth()).isEqualTo(Truth.TRUE);
        assertThat(fired("{ change: { files: \">= 2\" } }", "src/a")).isEmpty();
    }

    /** Without what is built in: in a folder that cannot be read may be a CODEOWNERS file. */
    private static List<FiredRule> fired(String condition, String... unread) {
        return decide(condition, unread).fired().stream()
                .filter(rule -> rule.rule().id().equals("rule"))
                .toList();
    }

    private static Decision decide(String condition, String... unread) {
        String yaml = "policy: p\ntopics: { auth: [\"auth/**\"] }\nrules: [{ id: rule, when: " + condition
                + ", then: block }]\n";
        Policy policy = PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml");
        List<UnreadPath> paths = Arrays.stream(unread)
                .map(path -> new UnreadPath(new RepoPath(path), "it cannot be read"))
                .toList();
        Change change = Given.change(paths, Given.file("src/a"));
        Gap[] gaps = paths.stream()
                .map(path -> Gap.at(path.path(), Gap.Cause.UNREADABLE, path.reason()))
                .toArray(Gap[]::new);
        Provenance byAPerson = Given.provenance(List.of(Given.by(Contributor.HUMAN, "src/a", null, null)));
        Assessment assessment = SmallWorld.assessment(
                change,
                byAPerson,
                Silence.UNKNOWN,
                List.of(
                        Given.report("s", Category.SECRET, List.of(), gaps),
                        Given.report("t", Category.ofTopic("auth"), List.of(), gaps)),
                List.of(),
                null);
        return new Decider(policy, new PolicyOrigin.Starter()).decide(assessment);
    }
}
