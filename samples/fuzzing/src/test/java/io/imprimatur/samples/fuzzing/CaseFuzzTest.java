package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.cases.CaseReport;
import io.imprimatur.core.policy.cases.CaseRun;
import io.imprimatur.core.policy.cases.PolicyCase;
import io.imprimatur.core.policy.cases.PolicyCases;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a file with the cases of a policy holds: it is read, and each case is then decided and told about; or it is
 * refused with problems that each have a place. Nothing else comes out, and nothing hangs.
 */
class CaseFuzzTest {
    /** Read when it is first asked for: a class that is loaded before the fuzzer starts is none whose ways it watches. */
    private static final class Shop {
        static final Policy POLICY = PolicyReader.read("""
            policy: shop
            scanners: { semgrep: {} }
            roles: { security: { members: ["@acme/appsec"] } }
            topics: { payments: ["**/billing/**"] }
            freezes: { year-end: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z } }
            rules:
              - { id: secrets, when: { finding: { category: secret, severity: ">= high" } }, then: block, hard: true }
              - { id: licences, when: { finding: { license: { not-in: [MIT] }, count: ">= 2" } }, then: review }
              - { id: payments, when: { topic: { is: [payments, cryptography], ai: ">= 20%" } }, then: { review: { by: security, approvals: 2 } }, oblige: rollback-plan }
              - { id: models, when: { ai: { by: { not-in: [{ model: "m*", region: "eu-*" }] } } }, then: block, on-unknown: review }
              - { id: large, when: { all: [{ change: { added-lines: ">= 100" } }, { ai: { share: ">= 50%" } }] }, then: block }
              - { id: frozen, when: { all: [{ freeze: year-end }, { not: { label: hotfix } }, { target: main }] }, then: block }
              - { id: risky, when: { any: [{ risk: ">= high" }, { ai: { confidence: "< 70%" } }] }, then: review }
              - { id: gaps, when: { not-covered: { scanner: semgrep } }, then: review }
              - { id: records, when: { not-recorded: [authorship, prompt, developer-of-record] }, then: oblige, oblige: { label: unrecorded } }
              - { id: facts, when: { fact: { name: acme.count, compares: "> 3" } }, then: review, enforcement: shadow }
            """.getBytes(StandardCharsets.UTF_8), "shop.yaml");
    }

    @FuzzTest(maxDuration = "5s")
    @DictionaryFile(resourcePath = "cases.dict")
    @Tag("short")
    void areReadOrRefused(byte[] content) {
        check(content);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "cases.dict")
    @Tag("long")
    void areReadOrRefusedForAnHour(byte[] content) {
        check(content);
    }

    private static void check(byte[] content) {
        String source = Refused.json(content) ? "shop.tests.json" : "shop.tests.yaml";
        List<PolicyCase> cases;
        try {
            cases = PolicyCases.read(content, source, Shop.POLICY);
        } catch (ImprimaturException refused) {
            Refused.check(refused, ErrorCode.INVALID_DOCUMENT, source);
            return;
        }
        CaseRun run = CaseRun.of(Shop.POLICY, cases);
        assertThat(run.results()).hasSameSizeAs(cases);
        assertThat(CaseReport.text(run, source)).endsWith(" %)\n");
        assertThat(CaseReport.json(run)).startsWith("{");
    }
}
