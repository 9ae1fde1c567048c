package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The very text of what is written: it is digested and kept, so it does not change by accident. */
class PolicyWriterTest {

    private static final String YAML = """
            schema: imprimatur/policy/v1
            policy: acme-ai-code
            version: 3
            description: "Two lines:\\nnone of them \\"plain\\"."
            assume:
              silence-about-authorship: human
            scanners:
              secrets:
                kinds: ["null", "007", true]
                max-file-size: 10485760
              semgrep: {}
            roles:
              security:
                members: ["@acme/appsec"]
            rules:
              - id: no-secrets
                when:
                  finding:
                    category: [secret]
                    severity: ">= high"
                    introduced: true
                then: block
                on-unknown: review
              - id: generated
                when:
                  any:
                    - all:
                        - paths: ["**/auth/**"]
                        - ai:
                            share: ">= 12.5%"
                            paths: ["**/auth/**", src/main/java]
                    - not:
                        ai:
                          model:
                            in: ["anthropic/claude-*"]
                    - change:
                        files: "> 30"
                then:
                  review:
                    by: security
                    approvals: 2
                enforcement: warn
                because: Generated authentication logic needs two people.
            """;

    private static final String JSON = """
            {"assume":{"silence-about-authorship":"human"},\
            "description":"Two lines:\\nnone of them \\"plain\\".",\
            "policy":"acme-ai-code",\
            "roles":{"security":{"members":["@acme/appsec"]}},\
            "rules":[\
            {"id":"no-secrets","on-unknown":"review","then":"block",\
            "when":{"finding":{"category":["secret"],"introduced":true,"severity":">= high"}}},\
            {"because":"Generated authentication logic needs two people.","enforcement":"warn","id":"generated",\
            "then":{"review":{"approvals":2,"by":"security"}},\
            "when":{"any":[\
            {"all":[{"paths":["**/auth/**"]},{"ai":{"paths":["**/auth/**","src/main/java"],"share":">= 12.5%"}}]},\
            {"not":{"ai":{"model":{"in":["anthropic/claude-*"]}}}},\
            {"change":{"files":"> 30"}}]}}],\
            "scanners":{"secrets":{"kinds":["null","007",true],"max-file-size":10485760},"semgrep":{}},\
            "schema":"imprimatur/policy/v1","version":3}""";

    private final Policy policy = PolicyReader.read(YAML.getBytes(StandardCharsets.UTF_8), "policy.yaml");

    @Test
    void yamlIsReadableAndQuotedWhereNeeded() {
        assertThat(PolicyWriter.yaml(policy)).isEqualTo(YAML);
    }

    @Test
    void jsonIsCanonical() {
        assertThat(PolicyWriter.json(policy)).isEqualTo(JSON);
    }

    @Test
    void theDigestIsThatOfTheCanonicalJson() {
        assertThat(PolicyWriter.digest(policy)).isEqualTo(Digest.of(JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void longListsStandOnLinesOfTheirOwn() {
        Policy.Builder builder = Policy.builder("p");
        builder.scanner("s", Map.of("paths", Setting.ofList(List.of("a".repeat(60), "b".repeat(60)))));
        assertThat(PolicyWriter.yaml(builder.build()))
                .contains("    paths:\n      - " + "a".repeat(60) + "\n      - " + "b".repeat(60) + "\n");
    }

    @Test
    void placesDoNotCountInTheDigest() {
        Rule rule = policy.rules().get(0);
        Rule elsewhere = rule.at(new Position(99, 1));
        assertThat(elsewhere).isNotEqualTo(rule);
        assertThat(PolicyWriter.digest(Policy.builder("p").rule(elsewhere).build()))
                .isEqualTo(PolicyWriter.digest(Policy.builder("p").rule(rule).build()));
    }
}
