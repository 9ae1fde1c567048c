package io.imprimatur.core.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PolicyLintTest {

    @Test
    void aPolicyWithOneOfEachFaultGivesExactlyTheseRemarks() throws IOException {
        Policy policy = PolicyReader.read(resource("faults.yaml"), "faults.yaml");
        List<RepoPath> tree = Stream.of("src/a.java", "docs/a.md", "a/b.txt")
                .map(RepoPath::new)
                .toList();
        String remarks = Stream.of(
                        PolicyLint.of(policy),
                        PolicyLint.at(policy, Instant.parse("2026-11-25T00:00:00Z")),
                        PolicyLint.in(policy, tree),
                        PolicyLint.with(policy, List.of("secrets", "semgrep")))
                .flatMap(List::stream)
                .map(remark -> remark + "\n")
                .collect(Collectors.joining());
        assertThat(remarks).isEqualTo(new String(resource("faults.txt"), StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsToBeSaidOfTheStarterPolicy() {
        assertThat(PolicyLint.of(StarterPolicy.policy())).isEmpty();
        assertThat(PolicyLint.at(StarterPolicy.policy(), Instant.MAX)).isEmpty();
    }

    @Test
    void whatIsNotCertainIsNotSaid() {
        assertThat(PolicyLint.of(PolicyReader.read("""
                        policy: p
                        rules:
                          # Nobody may look for secrets, while somebody looks for something: then only the first one acts.
                          - { id: a, when: { finding: { category: secret } }, then: review }
                          - { id: b, when: { finding: {} }, then: review }
                          # A waiver may lift the block, and the review is then still due.
                          - { id: c, when: { paths: "a/**" }, then: { review: { approvals: 3 } } }
                          - { id: d, when: { paths: "a/**" }, then: block }
                          # Where no file is touched, neither share is so.
                          - { id: e, when: { ai: { share: ">= 20%", paths: "x/**" } }, then: block }
                          - { id: f, when: { ai: { share: "< 20%", paths: "x/**" } }, then: block }
                          # A second copy that serves another control.
                          - { id: g, when: { label: urgent }, then: review, controls: ["X 1"] }
                          - { id: h, when: { label: urgent }, then: review, controls: ["X 2"] }
                        """.getBytes(StandardCharsets.UTF_8), "p.yaml")))
                .isEmpty();
    }

    @Test
    void aNameThatIsNearNoneIsTakenForOneOfAnEmbeddersOwn() {
        Policy policy = PolicyReader.read("""
                policy: p
                scanners: { codeql: {} }
                rules:
                  - { id: a, when: { finding: { category: [acme/licences, topic/secrets], scanner: codeql } }, then: review }
                  - { id: b, when: { target: "refs/tags/**" }, then: review }
                """.getBytes(StandardCharsets.UTF_8), "p.yaml");
        assertThat(PolicyLint.of(policy)).isEmpty();
        assertThat(PolicyLint.with(policy, List.of("secrets", "semgrep", "snyk")))
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void ofAPolicyTooLargeToCompareItSaysSo() {
        Policy.Builder policy = Policy.builder("large");
        List<Glob> globs = IntStream.range(0, 10_000)
                .mapToObj(i -> new Glob("a" + i + "/*/b/**"))
                .toList();
        policy.review("one", ChangeCondition.Files.in(globs)).review("two", new ChangeCondition.Target(globs));
        for (int i = 0; i < 4_000; i++) {
            policy.review("rule-" + i, ChangeCondition.Files.in(List.of(new Glob("x" + i + "/**"))));
        }
        assertThat(PolicyLint.of(policy.build())).extracting(Remark::kind).containsExactly(Remark.Kind.NOT_COMPARED);
    }

    @Test
    void aConditionDeeperThanAFileMayHoldIsRefused() {
        Condition deep = ChangeCondition.Files.in(List.of(new Glob("a")));
        for (int i = 0; i < 100_000; i++) {
            deep = new Condition.All(List.of(deep));
        }
        Policy policy = Policy.builder("deep").review("deep", deep).build();
        assertThatThrownBy(() -> PolicyLint.of(policy)).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> PolicyLint.in(policy, List.of())).isInstanceOf(ImprimaturException.class);
    }

    @Test
    void eachKindIsDescribed() throws IOException {
        String page = Files.readString(Path.of("..", "samples", "docs", "policy-checks.md"));
        assertThat(Remark.Kind.values()).allSatisfy(kind -> assertThat(page).contains("`" + kind.id() + "`"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = PolicyLintTest.class.getResourceAsStream(name)) {
            return resource.readAllBytes();
        }
    }
}
