package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.Problem;
import org.junit.jupiter.api.Test;

/** Ten different mistakes in one file are told in one run, each where it is. */
class TenMistakesTest {

    private static final String POLICY = """
            policy: Acme AI Code
            descripton: What it is for.
            scanners:
              secrets: { max-file-size: 1e999 }
            roles:
              security: { members: [] }
            rules:
              - id: no-secrets
                when: { finding: { category: secret, severity: ">= hihg" } }
                then: block
              - id: no-secrets
                when: { paths: ["src/[a-z]/**"] }
                then: { review: { by: securty, approvals: 2 } }
              - id: quiet
                when: { not: { finding: { category: secret } } }
                then: review
              - id: generated
                when: { ai: { share: ">= 120%" } }
                then: review
            """;

    @Test
    void tenMistakesGiveTenLocatedProblems() {
        Refusal refusal = Refusal.of(POLICY, "policy.yaml");
        assertThat(refusal.lines())
                .containsExactly(
                        "1:9 policy: must be lower-case letters a to z and digits in words joined by one of . _ / -,"
                                + " at most 128 characters, but was: Acme AI Code; write acme-ai-code",
                        "2:1 descripton: unknown key, but was: descripton; did you mean description?",
                        "4:29 scanners.secrets.max-file-size: numbers must be within the range of a double, in at most"
                                + " 64 characters, but was: 1e999; write a number in range, or put text between quotes",
                        "6:24 roles.security.members: must not be empty, but was: [];"
                                + " write at least one, or leave the key out",
                        "9:52 rules[0].when.finding.severity: must be one of info, low, medium, high, critical,"
                                + " but was: >= hihg; did you mean \">= high\"?",
                        "11:9 rules[1].id: must be unique: the rule at line 8 has it, but was: no-secrets;"
                                + " rename one of them",
                        "12:21 rules[1].when.paths[0]: must not have [, which has no meaning here; write several"
                                + " patterns, or a backslash before it, but was: src/[a-z]/**",
                        "13:27 rules[1].then.review.by: must be a role that the policy declares, but was: securty;"
                                + " did you mean security?",
                        "15:20 rules[2].when.not.finding: must not be negated: a rule can only tighten, and this one"
                                + " would act less, the more is found, but was: finding; negate conditions on the"
                                + " change alone: paths, files, target, change, fact, label, team, ai.share, ai.model",
                        "18:26 rules[3].when.ai.share: must be compared with a share from 0 to 100%, for example 20%,"
                                + " 12.5% or 0.2, but was: >= 120%");
        assertThat(refusal.problems()).extracting(Problem::source).containsOnly("policy.yaml");
    }

    @Test
    void theSameMistakesInJsonAreToldToo() {
        String json = """
                { "policy": "Acme", "roles": { "security": { "members": [] } },
                  "rules": [{ "id": "a", "when": { "risk": "< high" }, "then": "allow" }] }""";
        assertThat(Refusal.of(json, "policy.json").lines())
                .extracting(line -> line.substring(0, line.indexOf(':', 5)))
                .containsExactly(
                        "1:13 policy", "1:57 roles.security.members", "2:44 rules[0].when.risk", "2:64 rules[0].then");
    }
}
