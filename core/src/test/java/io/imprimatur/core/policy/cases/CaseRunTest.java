package io.imprimatur.core.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaseRunTest {
    private static final Policy POLICY = PolicyReader.read("""
            policy: shop
            roles: { security: { members: ["@acme/appsec"] } }
            freezes: { year-end: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z } }
            rules:
              - { id: docs, when: { paths: "docs/**" }, then: { review: { by: security, approvals: 2, within: 2d } }, oblige: rollback-plan }
              - { id: frozen, when: { freeze: year-end }, then: review }
              - { id: never, when: { label: x }, then: block }
            """.getBytes(StandardCharsets.UTF_8), "shop.yaml");

    @Test
    void eachDifferenceIsToldWithTheFactsOnWhichItCameSo() {
        CaseRun run = run(POLICY, """
                cases:
                  - case: a case that passes
                    given: { time: 2027-01-04T00:00:00Z, files: [docs/a.md] }
                    expect: { verdict: review, fires: [docs], fires-only: [docs], fires-not: [never], requires: [{ by: security, approvals: 2, within: 2d }], obliges: [rollback-plan] }
                  - case: everything is otherwise
                    given: { files: [docs/a.md] }
                    expect: { verdict: allow, fires: [never], fires-only: [never], fires-not: [docs, never], requires: [anyone], obliges: [] }
                """);
        assertThat(CaseReport.text(run, "shop.tests.yaml")).isEqualTo("""
                shop.tests.yaml:5:5: failed: everything is otherwise
                    verdict: expected allow, but was: review
                        docs: docs/a.md: the change touches this path [working-tree]
                        frozen: not known: whether freeze year-end is in force is not known: the time was not given [time of the assessment]
                    fires: expected never, but was: did not fire
                    fires-only: expected never, but was: docs, frozen
                        docs: docs/a.md: the change touches this path [working-tree]
                        frozen: not known: whether freeze year-end is in force is not known: the time was not given [time of the assessment]
                    fires-not: expected docs, but was: fired
                        docs: docs/a.md: the change touches this path [working-tree]
                    requires: expected 1 by anyone, but was: 1 by anyone, 2 by security within 2d
                        docs: docs/a.md: the change touches this path [working-tree]
                        frozen: not known: whether freeze year-end is in force is not known: the time was not given [time of the assessment]
                    obliges: expected none, but was: write down how the change would be rolled back
                        docs: docs/a.md: the change touches this path [working-tree]
                held in no case: frozen, never
                fired in every case: docs
                shop: 2 cases, 1 failed; rules that held in a case: 1 of 3 (33 %)
                """);
        assertThat(run.coverage().rules())
                .containsExactly(
                        new RuleCoverage.Shown("docs", 2, 0, 0),
                        new RuleCoverage.Shown("frozen", 0, 1, 1),
                        new RuleCoverage.Shown("never", 0, 0, 2));
        assertThat(CaseReport.json(run))
                .contains("\"case\": \"everything is otherwise\"", "\"passed\": false", "\"coveragePercent\": 33")
                .isEqualTo(CaseReport.json(run));
    }

    @Test
    void whatClearsAChangeIsToldInTheWordsOfACase() {
        CaseRun run = run(POLICY, """
                given: { time: 2027-01-01T00:00:00Z, files: [docs/a.md], labels: unknown }
                cases:
                  - case: each of these ways is there
                    expect:
                      unblock:
                        - [{ establish: { not: { label: x } } }, { approve: { by: security, approvals: 2, within: 2d } }]
                        - [{ await: year-end }, { establish: { not: { paths: "docs/**" } } }, { establish: { not: { label: x } } }]
                  - case: a way is all of its steps, and no step is another
                    expect:
                      unblock:
                        - { approve: { by: security, approvals: 2, within: 2d } }
                        - [{ establish: { not: { label: y } } }, { approve: { by: security, approvals: 2, within: 2d } }]
                        - [{ fix: {} }, { establish: { not: { label: x } } }, { approve: { by: security, approvals: 2, within: 2d } }]
                  - case: there is more than this
                    expect: { unblock-only: [[{ establish: { not: { label: x } } }, { approve: { by: security, approvals: 2, within: 2d } }]] }
                  - case: something has to be done
                    expect: { unblock-only: [] }
                  - case: nothing has to be done
                    given: { time: 2027-02-01T00:00:00Z, files: [a.md], labels: [] }
                    expect: { unblock-only: [] }
                """);
        assertThat(CaseReport.text(run, "t.yaml")).isEqualTo("""
                t.yaml:8:5: failed: a way is all of its steps, and no step is another
                    unblock: expected [{ approve: { by: security, approvals: 2, within: "2d" } }], [{ establish: { not: { fact: { name: change.labels, matches: ["y"] } } } }, { approve: { by: security, approvals: 2, within: "2d" } }], [{ fix: {} }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }, { approve: { by: security, approvals: 2, within: "2d" } }], but was: 3 ways
                        [{ approve: { by: security, approvals: 2, within: "2d" } }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { approve: anyone }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { await: year-end }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                t.yaml:14:5: failed: there is more than this
                    unblock-only: expected [{ establish: { not: { fact: { name: change.labels, matches: [x] } } } }, { approve: { by: security, approvals: 2, within: "2d" } }], but was: 3 ways
                        [{ approve: { by: security, approvals: 2, within: "2d" } }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { approve: anyone }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { await: year-end }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                t.yaml:16:5: failed: something has to be done
                    unblock-only: expected none, but was: 3 ways
                        [{ approve: { by: security, approvals: 2, within: "2d" } }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { approve: anyone }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                        [{ establish: { not: { paths: ["docs/**"] } } }, { await: year-end }, { establish: { not: { fact: { name: change.labels, matches: [x] } } } }]
                held in no case: never
                shop: 5 cases, 3 failed; rules that held in a case: 2 of 3 (66 %)
                """);
    }

    @Test
    void thatTheseAloneClearAChangeIsNotKnownWhereThereAreMoreWaysThanCanBeListed() {
        StringBuilder rules = new StringBuilder("policy: many\nrules:\n");
        for (int i = 0; i < 10; i++) {
            String facts = "{ fact: { name: a" + i + ", is: true } }, { fact: { name: b" + i + ", is: true } }";
            rules.append("  - { id: r" + i + ", when: { all: [" + facts + "] }, then: block }\n");
        }
        Policy many = PolicyReader.read(rules.toString().getBytes(StandardCharsets.UTF_8), "many.yaml");
        CaseRun run = run(many, """
                cases:
                  - case: many
                    expect: { unblock-only: [] }
                """);
        assertThat(run.results().get(0).differences())
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.actual()).isEqualTo("500 ways, of more than can be listed"));
    }

    private static CaseRun run(Policy policy, String cases) {
        return CaseRun.of(policy, PolicyCases.read(cases.getBytes(StandardCharsets.UTF_8), "p.tests.yaml", policy));
    }
}
