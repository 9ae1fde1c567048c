package io.imprimatur.core.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.provenance.Attributions;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.ScanReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyCasesTest {
    private static final Policy POLICY = PolicyReader.read("""
            policy: p
            scanners: { semgrep: {} }
            roles: { security: { members: ["@ada"] } }
            topics: { payments: ["**/billing/**"] }
            freezes: { year-end: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z } }
            rules:
              - { id: secrets, when: { finding: { category: secret, scanner: secrets } }, then: block }
              - { id: odd, when: { finding: { category: acme.odd } }, then: review }
              - { id: money, when: { topic: [payments, cryptography] }, then: review }
              - { id: frozen, when: { freeze: year-end }, then: review }
            """.getBytes(StandardCharsets.UTF_8), "p.yaml");

    @Test
    void whatIsNotGivenIsAsInAnOrdinaryChangeOfWhichAllIsKnown() {
        Assessment given = given("{}");
        assertThat(given.change().target()).isEqualTo("main");
        assertThat(given.change().files()).singleElement().satisfies(file -> {
            assertThat(file.path()).hasToString("file.txt");
            assertThat(file.added().count()).isEqualTo(10);
        });
        assertThat(share(given)).isEqualTo(RatioRange.exactly(Ratio.ZERO));
        assertThat(given.provenance().developerOfRecord()).isNotNull();
        assertThat(given.reports())
                .extracting(report -> report.scanner().id())
                .containsExactly("scanner", "secrets", "semgrep");
        assertThat(given.reports()).allSatisfy(report -> {
            assertThat(report.findings()).isEmpty();
            assertThat(report.coverage().isComplete()).isTrue();
            assertThat(report.scanner().categories())
                    .containsAll(Category.KNOWN)
                    .contains(new Category("acme.odd"), Category.ofTopic("cryptography"))
                    .doesNotContain(Category.ofTopic("payments"));
        });
        assertThat(given.facts())
                .extracting(fact -> fact.name() + "=" + fact.value())
                .containsExactly("author.teams=", "change.labels=");
        assertThat(given.time()).isNull();
        assertThat(given.risk().level()).isEqualTo(RiskLevel.LOW);
        assertThat(given.risk().model()).isEqualTo("imprimatur.default/1");
    }

    @Test
    void everyKeyOfAChangeIsReadAsWritten() {
        Assessment given = given("""
                files:
                  - a.txt
                  - { path: b/c.txt, status: added, added: 3, copies: 2 }
                  - { path: new.txt, from: old.txt, added: 0, deleted: 4 }
                  - { path: gone.txt, status: deleted, deleted: 9 }
                  - { path: huge.bin, lines: unknown }
                target: unknown
                facts: { acme.freeze: true, acme.count: 7, acme.who: ada, acme.all: [x, y] }
                labels: [urgent]
                teams: unknown
                time: 2026-12-20T00:00:00+01:00
                developer-of-record: none
                risk: 30% to 60%
                """);
        assertThat(given.change().files())
                .extracting(PolicyCasesTest::words)
                .containsExactly(
                        "MODIFIED a.txt +10 -0",
                        "ADDED b/c-2.txt +3 -0",
                        "ADDED b/c.txt +3 -0",
                        "DELETED gone.txt +0 -9",
                        "MODIFIED huge.bin ?",
                        "RENAMED new.txt +0 -4");
        assertThat(given.change().target()).isNull();
        assertThat(given.facts())
                .extracting(fact -> fact.name() + "=" + fact.value())
                .containsExactly(
                        "acme.all=x, y", "acme.count=7", "acme.freeze=true", "acme.who=ada", "change.labels=urgent");
        assertThat(given.time()).isEqualTo(Instant.parse("2026-12-19T23:00:00Z"));
        assertThat(given.provenance().developerOfRecord()).isNull();
        assertThat(given.risk().leastLevel()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(given.risk().level()).isEqualTo(RiskLevel.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"0%, 0, 0", "20%, 20, 20", "20% to 60%, 20, 60", "100%, 100, 100", "unknown, 0, 100"})
    void theShareOfAModelIsExactlyWhatIsGiven(String ai, int low, int high) {
        RatioRange range = new RatioRange(Ratio.ofPercent(low), Ratio.ofPercent(high));
        assertThat(share(given("ai: " + ai + "\n"))).isEqualTo(range);
        assertThat(share(
                        given("files: [{ path: a, added: 1 }, { path: b, added: 100, ai: " + ai
                                + " }, { path: c, status: deleted, ai: 0% }]\nai: 0%\n"),
                        "b"))
                .isEqualTo(range);
        assertThat(share(given("files: [{ path: a, lines: unknown, ai: " + ai + " }]\n")))
                .isEqualTo(range);
    }

    @Test
    void whatIsGivenToEveryCaseMayBeUnknownInOne() {
        PolicyCase read = PolicyCases.read("""
                        given: { target: release/1, labels: [urgent], time: 2026-12-20T00:00:00Z }
                        cases:
                          - { case: a, given: { target: unknown, labels: unknown, time: unknown }, expect: { verdict: allow } }
                        """.getBytes(StandardCharsets.UTF_8), "p.tests.yaml", POLICY)
                .get(0);
        assertThat(read.given().change().target()).isNull();
        assertThat(read.given().fact("change.labels")).isEmpty();
        assertThat(read.given().time()).isNull();
    }

    @Test
    void aLevelOfRiskIsThatLevelByNameAndByNumber() {
        for (RiskLevel level : RiskLevel.values()) {
            assertThat(given("risk: " + level.id() + "\n").risk()).satisfies(risk -> {
                assertThat(risk.leastLevel()).isEqualTo(level);
                assertThat(given("risk: \"" + risk.value().low() + "\"\n")
                                .risk()
                                .level())
                        .isEqualTo(level);
            });
        }
    }

    @Test
    void whatScannersFoundAndDidNotCoverIsReadAsWritten() {
        Assessment given = given("""
                files: [src/a.py]
                findings:
                  - { category: secret, scanner: secrets, count: 2 }
                  - { category: topic/payments, path: b.py, line: 7, introduced: false, confidence: unknown }
                  - { category: license, severity: low, license: GPL-3.0-only, package: "pkg:npm/x", cve: CVE-2026-1234, cwe: CWE-79, fix: use y, rule: r/x, confidence: 80%, message: m, introduced: unknown }
                gaps:
                  - { category: style, path: c.py, cause: too-large }
                  - { scanner: semgrep }
                """);
        assertThat(given.reports())
                .extracting(PolicyCasesTest::counts)
                .containsExactly("scanner 2 found, 1 gaps", "secrets 2 found, 1 gaps", "semgrep 0 found, 2 gaps");
        assertThat(given.reports().get(1).findings())
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
        assertThat(given.reports().get(1).findings().get(0).location()).hasToString("src/a.py:1");
        Assessment only = given("""
                scanners: [one, { id: two, covers: [style] }]
                findings: [{ category: secret }, { category: style, scanner: two }]
                """);
        assertThat(only.reports())
                .extracting(PolicyCasesTest::counts)
                .containsExactly("one 1 found, 0 gaps", "two 1 found, 0 gaps");
    }

    @Test
    void aGenerationRecordsWhatIsGivenOfItAndNothingElse() {
        Assessment given = given("""
                ai: 50%
                generations:
                  - anthropic/claude-opus-4
                  - { model: m, version: "1", provider: p, region: eu-1, tool: t, prompt: true, requester: ada, confidence: 70%, time: 2026-01-01T00:00:00Z }
                """);
        assertThat(given.provenance().generations().get(0)).satisfies(generation -> {
            assertThat(generation.model()).hasFieldOrPropertyWithValue("id", "anthropic/claude-opus-4");
            assertThat(generation).hasAllNullFieldsOrPropertiesExcept("id", "model");
        });
        assertThat(given.provenance().generations().get(1)).hasNoNullFieldsOrPropertiesExcept("reasoningSteps");
        assertThat(given.provenance().attributions())
                .extracting(each -> each.contributor() + " " + each.lines() + " " + each.generation())
                .containsExactly("AI 1-5 g1", "HUMAN 6-10 null");
    }

    @Test
    void aCaseTakesWhatIsGivenToAllUnlessItGivesItItself() {
        List<PolicyCase> cases = read("""
                given: { target: release/1, files: [a.txt] }
                cases:
                  - { case: one, expect: { verdict: allow } }
                  - { case: two, given: { target: main }, expect: { verdict: allow } }
                """);
        assertThat(cases).extracting(each -> each.given().change().target()).containsExactly("release/1", "main");
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.given().change().files())
                        .extracting(file -> file.path().text())
                        .containsExactly("a.txt"));
    }

    @Test
    void silenceMeansWhatThePolicySays() {
        Policy human = PolicyReader.read(
                "policy: p\nassume: { silence-about-authorship: human }\nrules: []\n".getBytes(StandardCharsets.UTF_8),
                "p.yaml");
        List<PolicyCase> cases = PolicyCases.read(
                "cases: [{ case: a, given: { ai: unknown }, expect: { verdict: allow } }]"
                        .getBytes(StandardCharsets.UTF_8),
                "t.yaml",
                human);
        assertThat(cases.get(0).given().silence()).isEqualTo(Silence.HUMAN);
        assertThat(CaseRun.of(human, cases).failed()).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtOnceWhereItIs() {
        assertThat(mistakes("""
                givn: {}
                given: { labels: urgent }
                cases:
                  - { case: a, expect: {} }
                  - { case: a, given: { fils: [] }, expect: { verdict: alow } }
                  - { expect: { fires: [secret, frozen], fires-only: [imprimatur.judge-change] } }
                  - { case: b }
                  - { case: c, given: { ai: 15%, risk: hgh, time: today }, expect: { requires: [security, { by: legal }] } }
                  - { case: d, given: { files: [{ status: added }, { path: a, ai: 60% to 20% }, /b] }, expect: { verdict: allow } }
                  - { case: e, given: { findings: [{ severity: hi }, { category: secret, cve: x }, { category: pii, scanner: z }], scanners: [one] }, expect: { verdict: allow } }
                  - { case: f, given: { files: [{ path: a }, { path: a }] }, expect: { verdict: allow } }
                  - { case: g, given: { scanners: [{ id: one, covers: [style] }], findings: [{ category: pii }] }, expect: { verdict: allow } }
                  - { case: h, given: { generations: [{ region: eu }], facts: { acme.n: 1.5 } }, expect: { obliges: [label] } }
                  - { case: i, given: { files: [{ path: a, copies: 9000 }, { path: b, copies: 9000 }] }, expect: { verdict: allow } }
                  - { case: j, given: { findings: { category: pii, introduced: perhaps } }, expect: { verdict: allow } }
                """))
                .containsExactly(
                        "1:1 givn: unknown key, but was: givn; given is there already: take it out",
                        "2:18 given.labels: must be a list, or unknown, but was: urgent; write it between brackets",
                        "4:24 cases[0].expect: must not be empty; write for example { verdict: review }",
                        "5:13 cases[1].case: must be unique: the case at line 4 has it, but was: a; name one otherwise",
                        "5:25 cases[1].given.fils: unknown key, but was: fils; did you mean files?",
                        "5:56 cases[1].expect.verdict: must be one of allow, review, block, but was: alow; did you mean allow?",
                        "6:5 cases[2].case: must be given; say what it shows, for example case: a secret is blocked",
                        "6:25 cases[2].expect.fires[0]: must be a rule of the policy, but was: secret; did you mean secrets?",
                        "6:55 cases[2].expect.fires-only[0]: must be a rule of the policy, but was: imprimatur.judge-change; did you mean imprimatur.judge-changed?",
                        "7:5 cases[3].expect: must be given; say what should be, for example expect: { verdict: review }",
                        "8:29 cases[4].given.ai: must come to whole lines, and the file has 10 added lines, but was: 15%; give the file more lines, for example added: 100",
                        "8:40 cases[4].given.risk: must be one of low, medium, high, critical, or a share such as 60%, but was: hgh",
                        "8:51 cases[4].given.time: must be a time with its offset, such as 2026-12-19T00:00:00Z, but was: today",
                        "8:81 cases[4].expect.requires[0]: must be anyone, or a mapping, but was: security; write for example { by: security, approvals: 2 }",
                        "8:97 cases[4].expect.requires[1].by: must be a role that the policy declares, but was: legal; declare it under roles",
                        "9:33 cases[5].given.files[0].path: must be given; name it, for example path: src/a.java",
                        "9:67 cases[5].given.files[1].ai: must be a share such as 20%, or two such as 20% to 60%, the smaller first, but was: 60% to 20%",
                        "9:81 cases[5].given.files[2]: must be relative and normalised: no empty segment, no '.' and no '..', but was: /b",
                        "10:36 cases[6].given.findings[0].category: must be given; say of what, for example category: secret",
                        "10:48 cases[6].given.findings[0].severity: must be one of info, low, medium, high, critical, but was: hi",
                        "10:54 cases[6].given.findings[1]: cve: must match CVE-[0-9]{4}-[0-9]{4,12}, but was: x",
                        "10:110 cases[6].given.findings[2].scanner: must be one of the scanners of the case, but was: z; add it under scanners",
                        "11:5 cases[7]: must have each path once, but was: a",
                        "12:77 cases[8].given.findings: must be one that the scanner declares, [style], but was: pii",
                        "13:39 cases[9].given.generations[0]: must name the model of which it says more; write for example model: anthropic/claude-opus-4",
                        "13:73 cases[9].given.facts[\"acme.n\"]: must be a whole number within ±9007199254740991, but was: 1.5",
                        "13:102 cases[9].expect.obliges[0]: must be rollback-plan, or a mapping with one of label, notify, follow-up, but was: label; write for example { label: ai-generated }",
                        "14:60 cases[10].given.files[1]: more than 10000 files; give fewer copies",
                        "15:64 cases[11].given.findings.introduced: must be true, false or unknown, but was: perhaps");
    }

    @Test
    void howMuchAllCasesTogetherGiveIsBounded() {
        String files =
                "  - { case: 'f#', given: { files: [{ path: a, copies: 9000 }] }, expect: { verdict: allow } }\n";
        String findings =
                "  - { case: 'g#', given: { findings: [{ category: pii, count: 9000 }] }, expect: { verdict: allow } }\n";
        StringBuilder cases = new StringBuilder("cases:\n");
        for (int i = 0; i < 12; i++) {
            cases.append(files.replace("#", "" + i)).append(findings.replace("#", "" + i));
        }
        assertThat(mistakes(cases.toString()))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("24:37 cases[22].given.files[0]: more than 100000 files in all cases together");
    }

    @Test
    void everyStepTowardsClearingIsReadAsWritten() {
        Expectation expected = read("""
                cases:
                  - case: a
                    expect:
                      unblock:
                        - { fix: secret }
                        - { fix: { category: secret, rule: r/x, scanner: semgrep, path: a.txt } }
                        - [{ cover: pii }, { cover: { scanner: semgrep } }, { run: semgrep }, { run: { category: pii } }]
                        - { establish: { not: { paths: a.txt } } }
                        - [{ risk-below: high }, { risk-below: 60% }, { confidence-from: 70.5% }]
                        - [{ leave-out: a.txt }, { record: developer-of-record }, { await: year-end }]
                        - [{ approve: anyone }, { approve: { by: security, within: 48h } }]
                      unblock-only: []
                """).get(0).expected();
        assertThat(expected.unblock())
                .extracting(Object::toString)
                .containsExactly(
                        "[{ fix: { category: secret } }]",
                        "[{ fix: { category: secret, path: a.txt, rule: r/x, scanner: semgrep } }]",
                        "[{ cover: { category: pii } }, { cover: { scanner: semgrep } },"
                                + " { run: { scanner: semgrep } }, { run: { category: pii } }]",
                        "[{ establish: { not: { paths: [a.txt] } } }]",
                        "[{ risk-below: high }, { risk-below: \"60%\" }, { confidence-from: \"70.5%\" }]",
                        "[{ leave-out: a.txt }, { record: developer-of-record }, { await: year-end }]",
                        "[{ approve: anyone }, { approve: { by: security, approvals: 1, within: \"2d\" } }]");
        assertThat(expected.unblockOnly()).isEmpty();
    }

    @Test
    void everyMistakeInAStepIsToldWhereItIs() {
        assertThat(mistakes("""
                cases:
                  - { case: a, expect: { unblock: [{ fxi: secret }, { fix: secret, cover: secret }, {}] } }
                  - { case: b, expect: { unblock: [{ fix: { catgory: secret } }, { cover: A B }, [{ run: [x] }]] } }
                  - { case: c, expect: { unblock: [{ establish: { finding: {} } }, { establish: { any: [{ target: a }, { target: b }] } }, { establish: { targets: a } }] } }
                  - { case: d, expect: { unblock: [{ risk-below: hgh }, { confidence-from: 1 }, { leave-out: /a }, { record: promt }, { await: yearend }] } }
                  - { case: e, expect: { unblock: [{ approve: security }, { approve: { by: secrity } }], unblock-only: { fix: [] } } }
                  - { case: f, expect: { unblock: [] } }
                  - { case: g, expect: { unblock-only: [[]] } }
                """))
                .containsExactly(
                        "2:38 cases[0].expect.unblock[0].fxi: unknown key, but was: fxi; did you mean fix?",
                        "2:68 cases[0].expect.unblock[1].cover: must have only one of the keys fix, cover, run, establish, risk-below, confidence-from, leave-out, record, await, approve, but was: cover; keep one of them",
                        "2:85 cases[0].expect.unblock[2]: must have one of the keys fix, cover, run, establish, risk-below, confidence-from, leave-out, record, await, approve; write for example { fix: secret }",
                        "3:45 cases[1].expect.unblock[0].fix.catgory: unknown key, but was: catgory; did you mean category?",
                        "3:75 cases[1].expect.unblock[1].cover: must be lower-case letters a to z and digits in words joined by one of . _ / -, at most 128 characters, but was: A B; write a-b",
                        "3:90 cases[1].expect.unblock[2][0].run: must be text, but was: a list",
                        "4:49 cases[2].expect.unblock[0].establish: must be one fact of the change or its provenance, or not one; write for example { target: main }, or { not: { target: main } }",
                        "4:81 cases[2].expect.unblock[1].establish: must be one fact of the change or its provenance, or not one; write for example { target: main }, or { not: { target: main } }",
                        "4:139 cases[2].expect.unblock[2].establish.targets: unknown condition, but was: targets; did you mean target?",
                        "5:50 cases[3].expect.unblock[0].risk-below: must be a level such as high, or a share such as 60%, but was: hgh",
                        "5:76 cases[3].expect.unblock[1].confidence-from: must be a share such as 80%, but was: 1",
                        "5:94 cases[3].expect.unblock[2].leave-out: must be relative and normalised: no empty segment, no '.' and no '..', but was: /a",
                        "5:110 cases[3].expect.unblock[3].record: must be one of authorship, model, tool, prompt, requester, time, confidence, developer-of-record, but was: promt; did you mean prompt?",
                        "5:128 cases[3].expect.unblock[4].await: must be a freeze of the policy, but was: yearend; did you mean year-end?",
                        "6:47 cases[4].expect.unblock[0].approve: must be anyone, or a mapping, but was: security; write for example { by: security, approvals: 2 }",
                        "6:76 cases[4].expect.unblock[1].approve.by: must be a role that the policy declares, but was: secrity; did you mean security?",
                        "6:111 cases[4].expect.unblock-only.fix: must be text, but was: a list",
                        "7:35 cases[5].expect.unblock: must not be empty, but was: []; write at least one, or leave the key out",
                        "8:41 cases[6].expect.unblock-only[0]: must not be empty, but was: []; write at least one, or leave the key out");
    }

    @Test
    void aFileWithoutCasesIsRefused() {
        assertThat(mistakes("cases: []"))
                .containsExactly(
                        "1:8 cases: must be a list of cases, at least one, but was: a list; begin each case with a hyphen");
        assertThat(mistakes("[]"))
                .containsExactly("1:1 must be a mapping, but was: a list; write a mapping such as { given: … }");
        assertThat(mistakes("{}")).containsExactly("1:1 cases: must be given; write cases: and a list of them");
    }

    private static String words(ChangedFile file) {
        String lines = file.linesKnown() ? " +" + file.added().count() + " -" + file.deleted() : " ?";
        assertThat(file.movedFrom().isPresent()).isEqualTo(file.status() == ChangeStatus.RENAMED);
        return file.status() + " " + file.path() + lines;
    }

    private static String counts(ScanReport report) {
        return report.scanner().id() + " " + report.findings().size() + " found, "
                + report.coverage().gaps().size() + " gaps";
    }

    private static RatioRange share(Assessment given) {
        return AiShare.of(given.change(), given.provenance(), given.silence());
    }

    private static RatioRange share(Assessment given, String path) {
        List<ChangedFile> files = given.change().files().stream()
                .filter(file -> file.path().text().equals(path))
                .toList();
        return AiShare.of(files, new Attributions(given.provenance()), given.silence())
                .orElseThrow();
    }

    private static Assessment given(String given) {
        String indented = given.indent(6);
        String file = "cases:\n  - case: a\n    given:\n" + indented + "    expect: { verdict: allow }\n";
        return read(file).get(0).given();
    }

    private static List<PolicyCase> read(String file) {
        return PolicyCases.read(file.getBytes(StandardCharsets.UTF_8), "p.tests.yaml", POLICY);
    }

    private static List<String> mistakes(String file) {
        ImprimaturException refused = catchThrowableOfType(ImprimaturException.class, () -> read(file));
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
        return refused.problems().stream()
                .map(problem -> problem.position() + " "
                        + problem.in(null).at(Position.NONE).toString().strip())
                .toList();
    }
}
