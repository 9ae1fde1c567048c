package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicySchema;
import io.imprimatur.secrets.SecretSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    @TempDir
    Path folder;

    @Test
    void tenMistakesAreToldInOneRunEachWhereItIs() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), """
                policy: Acme AI Code
                descripton: What it is for.
                version: 0
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
                    then: allow
                """);
        GateRun run = GateRun.process("policy", "check", policy.toString());
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: invalid-policy: 10 problems\n");
        assertThat(run.err().lines().skip(1).map(line -> line.replaceFirst(".*p\\.yaml:([0-9]+:[0-9]+): .*", "$1")))
                .containsExactly("1:9", "2:1", "3:10", "5:24", "8:52", "10:9", "11:21", "12:27", "14:20", "15:11");
    }

    @Test
    void aSecretInAPolicyIsToldWithTheOtherMistakes() throws IOException {
        String token = SecretSample.of("aws-access-key-id", 1).text();
        Path policy = Files.writeString(
                folder.resolve("p.yaml"), "policy: p\nversion: 0\ndescription: ask " + token + "\nrules: []\n");
        GateRun run = GateRun.process("policy", "check", policy.toString());
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err())
                .contains("p.yaml:2:10: version: ")
                .contains(
                        "p.yaml:3:18: must hold no secret, but was: AWS access key id (AKIA…); take it out and revoke it");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeUnreadable() {
        GateRun run =
                GateRun.here("policy", "check", folder.resolve("none.yaml").toString());
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err()).contains("none.yaml: is not a readable file");
    }

    @Test
    void whatItExtendsIsReadFromTheSameFolderAndTold() throws IOException {
        Files.writeString(
                folder.resolve("base.yaml"),
                "policy: base\nversion: 4\nrules: [{ id: a, when: { paths: x }, then: review }]\n");
        Path policy = Files.writeString(
                folder.resolve("p.yaml"),
                "policy: p\nextends: base\nrules: [{ id: b, when: { paths: y }, then: review }]\n");
        GateRun run = GateRun.here("policy", "check", policy.toString());
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .startsWith("p version 1: 2 rules, no mistake")
                .anyMatch(line ->
                        line.matches("  extends base version 4: 1 rules from .*/base\\.yaml, sha256:[0-9a-f]{64}"));
    }

    @Test
    void aSecretInWhatItExtendsIsRefused() throws IOException {
        String token = SecretSample.of("aws-access-key-id", 1).text();
        Files.writeString(folder.resolve("base.yaml"), "policy: base\ndescription: ask " + token + "\nrules: []\n");
        Path policy = Files.writeString(folder.resolve("p.yaml"), "policy: p\nextends: base\nrules: []\n");
        GateRun run = GateRun.here("policy", "check", policy.toString());
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err()).contains("base.yaml:2:18: must hold no secret").doesNotContain(token);
    }

    @Test
    void settingsThatAScannerRefusesAreMistakes() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), """
                policy: p
                scanners:
                  secrets: { max-file-sise: 3 }
                  snyk: { builds: perhaps }
                  semgrep: { jobs: 0 }
                  codeql: { tool: CodeQL }
                rules: []
                """);
        for (String command : List.of("check", "lint")) {
            GateRun run = GateRun.here("policy", command, policy.toString());
            assertThat(run.status()).as(run.all()).isEqualTo(GateCli.UNDECIDED);
            assertThat(run.err())
                    .startsWith("error: invalid-configuration: 3 problems\n")
                    .contains(
                            policy
                                    + ":3:29: scanners.secrets.max-file-sise: unknown setting of scanner secrets; it knows max-file-size",
                            policy + ":4:19: scanners.snyk.builds: must be true or false, but was: perhaps",
                            policy + ":5:20: scanners.semgrep.jobs: ");
        }
    }

    @Test
    void anInheritedSettingIsToldWhereItStands() throws IOException {
        Path base = Files.writeString(
                folder.resolve("base.yaml"), "policy: base\nscanners: { secrets: { max-size: 3 } }\nrules: []\n");
        Path policy = Files.writeString(folder.resolve("p.yaml"), "policy: p\nextends: base\nrules: []\n");
        GateRun run = GateRun.here("policy", "check", policy.toString());
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err()).contains(base + ":2:34: scanners.secrets.max-size: unknown setting");
    }

    @Test
    void whatInitWritesIsFreeOfMistakes() throws IOException {
        GateRun init = GateRun.process("init", "--repo", folder.toString());
        assertThat(init.status()).as(init.all()).isZero();
        Path policy = folder.resolve(".imprimatur/policy.yaml");
        assertThat(init.out()).isEqualTo("wrote " + policy + "\n");
        GateRun check = GateRun.process("policy", "check", policy.toString());
        assertThat(check.status()).as(check.all()).isZero();
        assertThat(check.out()).startsWith("starter version 1: ").endsWith(" rules, no mistake\n");
    }

    @Test
    void initNeverOverwritesAPolicy() throws IOException {
        Path policy = folder.resolve(".imprimatur/policy.yaml");
        Files.createDirectories(folder.resolve(".imprimatur"));
        Files.writeString(policy, "mine");
        GateRun again = GateRun.here("init", "--repo", folder.toString());
        assertThat(again.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(again.err()).contains("is there already");
        assertThat(policy).hasContent("mine");
    }

    @Test
    void theLintLooksAtHeadOfARepositoryAndAtTheFilesOfAnyOtherFolder() throws IOException {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        RealGit.init(repository).write("src/a.txt", "one\n").commit("Start");
        Files.createDirectories(repository.resolve("docs"));
        Files.writeString(repository.resolve("docs/b.txt"), "not committed\n");
        Path policy = Files.writeString(folder.resolve("p.yaml"), """
                policy: p
                rules:
                  - { id: src, when: { paths: "src/**" }, then: review }
                  - { id: docs, when: { paths: "docs/**" }, then: review }
                """);
        GateRun head = GateRun.here("policy", "lint", policy.toString(), "--tree", repository.toString());
        assertThat(head.status()).as(head.all()).isEqualTo(GateCli.REVIEW);
        assertThat(head.out())
                .startsWith(policy + ":4:5: glob-matches-nothing[docs]: no file matches docs/**; ")
                .endsWith("\n1 remark\n");
        GateRun files = GateRun.here(
                "policy",
                "lint",
                policy.toString(),
                "--tree",
                repository.resolve("docs").toString());
        assertThat(files.out()).contains("no file matches src/**", "no file matches docs/**");
        GateRun nowhere = GateRun.here(
                "policy",
                "lint",
                policy.toString(),
                "--tree",
                folder.resolve("none").toString());
        assertThat(nowhere.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(nowhere.err()).contains("none: cannot be read as a folder");
    }

    @Test
    void theLintKnowsTheScannersOfACheck() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), """
                policy: p
                scanners: { secret: {}, codeql: {} }
                rules:
                  - { id: a, when: { finding: { scanner: [semgrp, codeql, snyk] } }, then: review }
                """);
        GateRun run = GateRun.here("policy", "lint", policy.toString());
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
        assertThat(run.out().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith(policy + ": unknown-scanner: ") && line.endsWith("did you mean secrets?"))
                .anyMatch(line -> line.startsWith(policy + ":4:5: unknown-scanner[a]: ")
                        && line.endsWith("did you mean semgrep?"));
    }

    @Test
    void aFileIsNoTreeAndAWordNoTime() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), "policy: p\nrules: []\n");
        GateRun tree = GateRun.here("policy", "lint", policy.toString(), "--tree", policy.toString());
        assertThat(tree.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(tree.err()).contains("p.yaml: cannot be read as a folder; name a folder that is there and readable");
        GateRun time = GateRun.here("policy", "lint", policy.toString(), "--time", "yesterday");
        assertThat(time.status()).isEqualTo(GateCli.USAGE);
        assertThat(time.err())
                .contains("must be a time such as 2027-01-31T12:00:00Z, but was: yesterday")
                .doesNotContain("java.time", "Exception");
    }

    @Test
    void theSchemaOfEachKindOfFileIsPrinted() {
        assertThat(GateRun.here("policy", "schema").out()).isEqualTo(PolicySchema.json());
        assertThat(GateRun.here("policy", "schema", "--of", "cases").out()).isEqualTo(PolicySchema.cases());
        assertThat(GateRun.here("policy", "schema", "--of", "waivers").out()).isEqualTo(PolicySchema.waivers());
        assertThat(GateRun.here("policy", "schema", "--of", "ledger").status()).isEqualTo(GateCli.USAGE);
    }

    @Test
    void casesStandBesideEachPolicyAndOneThatFailsMakesAllFail() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "policy: good\nrules: []\n");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "policy: bad\nrules: []\n");
        Files.writeString(folder.resolve("good.tests.yaml"), "cases: [{ case: a, expect: { verdict: allow } }]\n");
        Files.writeString(folder.resolve("bad.tests.yaml"), "cases: [{ case: b, expect: { verdict: block } }]\n");
        assertThat(GateRun.here("policy", "test", good.toString()).status()).isEqualTo(GateCli.ALLOW);
        GateRun both = GateRun.here("policy", "test", bad.toString(), good.toString());
        assertThat(both.status()).isEqualTo(GateCli.BLOCK);
        assertThat(both.out()).contains("bad.tests.yaml:1:9: failed: b", "good: 1 case, all passed");
        assertThat(GateRun.here("policy", "test", bad.toString(), good.toString(), "--format", "json")
                        .status())
                .isEqualTo(GateCli.USAGE);
    }

    @Test
    void fewerRulesThanAskedForThatHoldInACaseMakeTheTestFail() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), """
                policy: p
                rules:
                  - { id: a, when: { paths: "a/**" }, then: review }
                  - { id: b, when: { paths: "b/**" }, then: review }
                """);
        Files.writeString(
                folder.resolve("p.tests.yaml"), "cases: [{ case: a, given: { files: a/a }, expect: { fires: a } }]\n");
        assertThat(GateRun.here("policy", "test", policy.toString(), "--coverage", "50")
                        .status())
                .isEqualTo(GateCli.ALLOW);
        GateRun less = GateRun.here("policy", "test", policy.toString(), "--coverage", "51");
        assertThat(less.status()).isEqualTo(GateCli.BLOCK);
        assertThat(less.err()).contains("50 % of the rules held in a case, and 51 % have to");
        assertThat(GateRun.here("policy", "test", policy.toString(), "--coverage", "101")
                        .status())
                .isEqualTo(GateCli.USAGE);
    }

    @Test
    void aSecretInCasesIsToldAndNotShown() throws IOException {
        String token = SecretSample.of("aws-access-key-id", 1).text();
        Path policy = Files.writeString(folder.resolve("p.yaml"), "policy: p\nrules: []\n");
        Files.writeString(
                folder.resolve("p.tests.yaml"), "cases: [{ case: " + token + ", expect: { verdict: block } }]\n");
        GateRun run = GateRun.process("policy", "test", policy.toString());
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err()).contains("p.tests.yaml:1:").contains("must hold no secret");
        assertThat(run.all()).doesNotContain(token);
        Files.delete(folder.resolve("p.tests.yaml"));
        assertThat(GateRun.here("policy", "test", policy.toString()).err())
                .contains("p.tests.yaml: is not a readable file; name a file with cases");
    }
}
