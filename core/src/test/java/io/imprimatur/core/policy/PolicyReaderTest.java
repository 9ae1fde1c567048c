package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What files mean. */
class PolicyReaderTest {

    private static final String YAML = """
            policy: acme-ai-code
            version: 3
            description: What it is for.
            assume: { silence-about-authorship: human }
            on-unknown: review
            scanners:
              secrets: { max-file-size: 10485760, kinds: [aws, 7, true], strict: True }
              semgrep: {}
            roles:
              security: { members: ["@acme/appsec"] }
            rules:
              - id: no-secrets
                when: { finding: { category: secret, severity: ">= high" } }
                then: block
                on-unknown: act
                because: >
                  A credential in the history
                  stays there.
              - id: auth-needs-security
                when:
                  all:
                    - { paths: ["**/auth/**"] }
                    - { ai: { share: ">= 20%", paths: ["**/auth/**"] } }
                then: { review: { by: security, approvals: 2 } }
                enforcement: warn
              - { id: docs, when: { paths: docs/** }, then: review, enforcement: shadow }
            """;

    private static final String JSON = """
            { "schema": "imprimatur/policy/v1", "policy": "acme-ai-code", "version": 3,
              "description": "What it is for.",
              "assume": { "silence-about-authorship": "human" },
              "scanners": { "semgrep": {},
                            "secrets": { "strict": "true", "kinds": ["aws", "7", true], "max-file-size": "10485760" } },
              "roles": { "security": { "members": "@acme/appsec" } },
              "rules": [
                { "id": "no-secrets",
                  "when": { "finding": { "severity": ">=high", "category": ["secret"] } },
                  "then": "block",
                  "because": "A credential in the history stays there." },
                { "id": "auth-needs-security",
                  "when": { "all": [ { "paths": "**/auth/**" },
                                     { "ai": { "paths": "**/auth/**", "share": ">= 0.2" } } ] },
                  "then": { "review": { "approvals": 2, "by": "security" } },
                  "enforcement": "warn", "on-unknown": "review" },
                { "id": "docs", "when": { "paths": ["docs/**"] }, "then": { "review": {} },
                  "enforcement": "shadow", "on-unknown": "review" } ] }
            """;

    private static Policy built() {
        return Policy.builder("acme-ai-code")
                .version(3)
                .description("What it is for.")
                .silence(Silence.HUMAN)
                .scanner(
                        "secrets",
                        Map.of(
                                "max-file-size", Setting.of("10485760"),
                                "kinds", Setting.ofList(List.of("aws", "7", "true")),
                                "strict", Setting.of("true")))
                .scanner("semgrep", Map.of())
                .role("security", "@acme/appsec")
                .rule(Rule.of("no-secrets", FindingExists.of(Category.SECRET, Severity.HIGH), new Effect.Block())
                        .because("A credential in the history stays there."))
                .rule(Rule.of(
                                "auth-needs-security",
                                new All(List.of(
                                        Files.in(globs("**/auth/**")),
                                        new AiShare(
                                                FileFilter.in(globs("**/auth/**")),
                                                Comparison.AT_LEAST,
                                                Ratio.ofPercent(20)))),
                                new Effect.Review(Requirement.of("security", 2)))
                        .with(Enforcement.WARN)
                        .with(OnUnknown.REVIEW))
                .rule(Rule.of("docs", Files.in(globs("docs/**")), new Effect.Review(Requirement.ANYONE))
                        .with(Enforcement.SHADOW)
                        .with(OnUnknown.REVIEW))
                .build();
    }

    @Test
    void yamlJsonAndBuilderGiveTheSamePolicy() {
        assertThat(Placeless.of(read(YAML, "policy.yaml"))).isEqualTo(built());
        assertThat(Placeless.of(read(JSON, "policy.json"))).isEqualTo(built());
        assertThat(PolicyWriter.digest(read(YAML, "policy.yaml"))).isEqualTo(PolicyWriter.digest(built()));
        assertThat(PolicyWriter.digest(read(JSON, "policy.json"))).isEqualTo(PolicyWriter.digest(built()));
    }

    @Test
    void jsonIsReadAsYamlToo() {
        assertThat(Placeless.of(read(JSON, "policy"))).isEqualTo(built());
    }

    @Test
    void rulesAndSettingsKnowTheirPlaces() {
        Policy policy = read(YAML, "policy.yaml");
        assertThat(policy.rules())
                .extracting(Rule::position)
                .containsExactly(new Position(12, 5), new Position(19, 5), new Position(26, 5));
        assertThat(policy.scanners().get("secrets").get("max-file-size").position())
                .isEqualTo(new Position(7, 29));
    }

    @Test
    void theLeastPolicyHasANameAndAListOfRules() {
        assertThat(read("policy: least\nrules: []\n", "p.yaml"))
                .isEqualTo(Policy.builder("least").build());
    }

    @Test
    void everyConditionOnTheChangeIsRead() {
        assertThat(when("{ target: [main, release/*] }")).isEqualTo(new Target(globs("main", "release/*")));
        assertThat(when("{ change: { files: \">= 30\" } }"))
                .isEqualTo(new Size(FileFilter.ANY, Measure.FILES, Comparison.AT_LEAST, 30));
        assertThat(when("{ change: { deleted-lines: \"<5\", added-lines: \"= 0\", files: \"> 9007199254740991\" } }"))
                .isEqualTo(all(
                        new Size(FileFilter.ANY, Measure.FILES, Comparison.ABOVE, 9007199254740991L),
                        new Size(FileFilter.ANY, Measure.ADDED_LINES, Comparison.EQUAL, 0),
                        new Size(FileFilter.ANY, Measure.DELETED_LINES, Comparison.BELOW, 5)));
        assertThat(when("{ ai: { share: \"<= 12.5%\" } }"))
                .isEqualTo(new AiShare(FileFilter.ANY, Comparison.AT_MOST, new Ratio(125_000)));
        assertThat(when("{ ai: { model: { not-in: \"anthropic/claude-*\" } } }"))
                .isEqualTo(Generated.byModel(Match.NOT_IN, globs("anthropic/claude-*")));
        assertThat(when("{ ai: { confidence: \"< 70%\", model: { in: [a, b] }, share: \"> 0\" } }"))
                .isEqualTo(all(
                        new AiShare(FileFilter.ANY, Comparison.ABOVE, Ratio.ZERO),
                        Generated.byModel(Match.IN, globs("a", "b")),
                        new AiConfidenceBelow(Ratio.ofPercent(70))));
        assertThat(when("{ fact: { name: acme.team, matches: payments } }"))
                .isEqualTo(new EmbedderFact("acme.team", new FactTest.Matches(globs("payments"))));
        assertThat(when("{ fact: { name: acme.age, compares: \">= -3\" } }"))
                .isEqualTo(new EmbedderFact("acme.age", new FactTest.Compares(Comparison.AT_LEAST, -3)));
        assertThat(when("{ fact: { name: acme.freeze, is: false } }"))
                .isEqualTo(new EmbedderFact("acme.freeze", new FactTest.Is(false)));
    }

    @Test
    void everyConditionOnEvidenceIsRead() {
        assertThat(when("{ finding: {} }")).isEqualTo(FindingExists.of(FindingFilter.ANY));
        assertThat(when("""
                                { finding: { category: [secret, acme.naming], severity: ">= info", confidence: ">= 0.8",
                                             rule: "aws-*", scanner: secrets, paths: ["src/**"], introduced: true } }"""))
                .isEqualTo(FindingExists.of(FindingFilter.builder()
                        .categories(new Category("acme.naming"), Category.SECRET)
                        .severity(Severity.INFO)
                        .confidence(Ratio.ofPercent(80))
                        .rules(new Glob("aws-*"))
                        .scanners("secrets")
                        .paths(new Glob("src/**"))
                        .introducedOnly(true)
                        .build()));
        assertThat(when("{ risk: \">= high\" }")).isEqualTo(new RiskAtLeast(new RiskBound.OfLevel(RiskLevel.HIGH)));
        assertThat(when("{ risk: \">= 60%\" }")).isEqualTo(new RiskAtLeast(new RiskBound.OfValue(Ratio.ofPercent(60))));
        assertThat(when("{ not-covered: {} }")).isEqualTo(new NotCovered(List.of(), List.of(), List.of()));
        assertThat(when("{ not-covered: { scanner: semgrep, category: [pii], paths: \"**\" } }"))
                .isEqualTo(new NotCovered(List.of("semgrep"), List.of(Category.PII), globs("**")));
    }

    @Test
    void notIsPushedInwardUntilItStandsOverAFact() {
        Files a = Files.in(globs("a"));
        Files b = Files.in(globs("b"));
        Condition risk = new RiskAtLeast(new RiskBound.OfLevel(RiskLevel.HIGH));
        assertThat(when("{ not: { paths: a } }")).isEqualTo(new Not(a));
        assertThat(when("{ not: { not: { paths: a } } }")).isEqualTo(a);
        assertThat(when("{ not: { all: [{ paths: a }, { not: { paths: b } }] } }"))
                .isEqualTo(any(new Not(a), b));
        assertThat(when("{ not: { any: [{ paths: a }, { all: [{ paths: b }] }] } }"))
                .isEqualTo(all(new Not(a), any(new Not(b))));
        assertThat(when("{ not: { change: { files: \"< 3\", added-lines: \"< 5\" } } }"))
                .isEqualTo(any(
                        new Not(new Size(FileFilter.ANY, Measure.FILES, Comparison.BELOW, 3)),
                        new Not(new Size(FileFilter.ANY, Measure.ADDED_LINES, Comparison.BELOW, 5))));
        assertThat(when("{ not: { not: { risk: \">= high\" } } }")).isEqualTo(risk);
        assertThat(when("{ not: { any: [{ not: { risk: \">= high\" } }, { paths: a }] } }"))
                .isEqualTo(all(risk, new Not(a)));
    }

    private static Condition when(String condition) {
        String yaml = "policy: p\nrules:\n  - id: r\n    then: block\n    when: " + condition + "\n";
        return read(yaml, "p.yaml").rules().get(0).when();
    }

    private static Policy read(String text, String source) {
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), source);
    }

    private static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    private static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    private static List<Glob> globs(String... patterns) {
        return Arrays.stream(patterns).map(Glob::new).toList();
    }

    @Test
    void aTeamMayBeAsManyPeopleAsAReviewAsksFor() {
        assertThat(read("""
                        policy: p
                        roles:
                          security: { members: ["@acme/appsec", "@ada"] }
                          pair: { members: ["@ada", "@bo"] }
                          contractors: { members: ["@ada", "@acme/contractors"] }
                        rules:
                          - { id: a, when: { paths: a }, then: { review: { by: security, approvals: 5, excluding: contractors } } }
                          - { id: b, when: { paths: a }, then: { review: { by: pair, approvals: 2 } } }
                          - { id: c, when: { paths: a }, then: { review: { by: pair, excluding: contractors } } }
                          - { id: d, when: { paths: a }, then: { review: { approvals: 20, excluding: pair } } }
                        """, "policy.yaml").rules()).hasSize(4);
    }
}
