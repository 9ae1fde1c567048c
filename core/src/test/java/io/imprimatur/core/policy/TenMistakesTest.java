package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Thirteen different mistakes in one file are told in one run, each where it is. */
class TenMistakesTest {

    @Test
    void everyMistakeOfAFileIsToldAtOnceWhereItIs() {
        String policy = """
                policy: Acme AI Code
                version: 0
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
                    when:
                      ai: { share: ">= 120%" }
                      change: { files: ">= 30" }
                    then: allow
                """;
        assertThat(Refusal.of(policy, "policy.yaml").lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1:9 policy: must be lower-case letters"),
                        line -> assertThat(line).startsWith("2:10 version: must be a whole number from 1"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "3:1 descripton: unknown key, but was: descripton; did you mean description?"),
                        line -> assertThat(line)
                                .startsWith("5:29 scanners.secrets.max-file-size: numbers must be within"),
                        line -> assertThat(line).startsWith("7:24 roles.security.members: must not be empty"),
                        line -> assertThat(line)
                                .startsWith("10:52 rules[0].when.finding.severity:")
                                .endsWith("did you mean high?"),
                        line -> assertThat(line)
                                .startsWith("12:9 rules[1].id: must be unique: the rule at line 9 has it"),
                        line -> assertThat(line).startsWith("13:21 rules[1].when.paths[0]: must not have ["),
                        line -> assertThat(line)
                                .startsWith("14:27 rules[1].then.review.by:")
                                .endsWith("did you mean security?"),
                        line -> assertThat(line).startsWith("16:20 rules[2].when.not.finding: must not be negated"),
                        line -> assertThat(line)
                                .startsWith("20:20 rules[3].when.ai.share:")
                                .contains("but was: >= 120%"),
                        line -> assertThat(line)
                                .startsWith("21:7 rules[3].when.change: must stand in a condition of its own"),
                        line -> assertThat(line).startsWith("22:11 rules[3].then: must be block or review"));
    }
}
