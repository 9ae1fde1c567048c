package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.PolicySource;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies that extend others: what comes of them together, and that they only tighten. */
class LayersTest {

    private static final String BASELINE = """
            policy: acme-baseline
            version: 7
            roles:
              security: { members: ["@acme/appsec", "@acme/platform"] }
              contractors: { members: ["@acme/contractors"] }
            topics:
              payments: ["**/billing/**"]
            freezes:
              year-end: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z }
            scanners:
              secrets: { max-file-size: 1000 }
            waivers: { by: security, longest: 90d }
            rules:
              - { id: no-secrets, when: { finding: { category: secret } }, then: block, hard: true, oblige: { label: secret } }
              - { id: auth, when: { paths: "**/auth/**" }, then: { review: { by: security, excluding: contractors, within: 2d } } }
              - { id: style, when: { finding: { category: style } }, then: review, enforcement: warn }
            """;

    private final Map<String, String> files = new HashMap<>(Map.of("acme-baseline", BASELINE));

    @Test
    void whatIsInheritedStandsFirstAndKnowsWhereItIsFrom() {
        Policy policy = read("""
                policy: shop
                version: 2
                extends: [acme-baseline]
                on-unknown: review
                rules:
                  - { id: pay, when: { all: [{ topic: payments }, { freeze: year-end }] }, then: { review: { by: security } } }
                """);
        assertThat(policy.rules())
                .extracting(Rule::label)
                .containsExactly("acme-baseline: no-secrets", "acme-baseline: auth", "acme-baseline: style", "pay");
        assertThat(policy.rules())
                .extracting(rule -> rule.onUnknown().name())
                .containsExactly("ACT", "ACT", "ACT", "REVIEW");
        assertThat(policy.layers())
                .containsExactly(new PolicyLayer(
                        "acme-baseline", 7, PolicyWriter.digest(readAlone(BASELINE)), "acme-baseline.yaml", List.of()));
        assertThat(policy.scanners()).containsKey("secrets");
        assertThat(policy.waivers()).isEqualTo(new WaiverTerms("security", Duration.ofDays(90)));
    }

    @Test
    void itsDigestIsThatOfTheSamePolicyInOneFile() {
        Policy policy = read("policy: shop\nextends: acme-baseline\nrules: []\n");
        String flat = BASELINE.replace("policy: acme-baseline\nversion: 7", "policy: shop");
        assertThat(PolicyWriter.digest(policy)).isEqualTo(PolicyWriter.digest(readAlone(flat)));
    }

    @Test
    void whatIsTighterTakesThePlaceOfWhatIsInherited() {
        Policy policy = read("""
                policy: shop
                extends: acme-baseline
                roles: { security: { members: ["@acme/appsec"] } }
                topics: { payments: "pay/**", shipping: "ship/**" }
                freezes: { year-end: { days: [sun], zone: UTC } }
                scanners: { secrets: { max-file-size: 1000 }, semgrep: {} }
                waivers: { by: security, longest: 30d }
                rules:
                  - { id: auth, when: { paths: "**/auth/**" }, then: { review: { by: security, approvals: 2, excluding: contractors, within: 1d } } }
                  - { id: style, when: { finding: { category: style } }, then: block }
                """);
        assertThat(policy.rules())
                .extracting(Rule::label)
                .containsExactly("acme-baseline: no-secrets", "auth", "style");
        assertThat(policy.role("security").orElseThrow().members()).containsExactly("@acme/appsec");
        assertThat(policy.topics().get("payments")).containsExactly(new Glob("**/billing/**"), new Glob("pay/**"));
        assertThat(policy.freeze("year-end").orElseThrow().windows()).hasSize(2);
        assertThat(policy.scanners()).containsOnlyKeys("secrets", "semgrep");
        assertThat(policy.waivers()).isEqualTo(new WaiverTerms("security", Duration.ofDays(30)));
    }

    @Test
    void whatWouldLoosenIsToldWithBothPlaces() {
        assertThat(refusal("""
                        policy: shop
                        extends: acme-baseline
                        assume: { silence-about-authorship: human }
                        roles: { security: { members: ["@acme/appsec", "@me"] }, contractors: { members: ["x"] } }
                        scanners: { secrets: { max-file-size: 1 } }
                        waivers: { by: security, longest: 91d }
                        rules:
                          - { id: no-secrets, when: { finding: { category: secret, severity: ">= high" } }, then: review }
                          - { id: auth, when: { paths: "**/auth/**" }, then: review, enforcement: shadow, on-unknown: review }
                          - { id: style, when: { finding: { category: style } }, then: block, enforcement: warn, on-unknown: review }
                        """))
                .containsExactly(
                        "shop.yaml:3:9: assume: must not take silence about authorship for a person's, as what is inherited from acme-baseline.yaml:1:1 does not; leave it out, or declare it there",
                        "shop.yaml:5:13: scanners.secrets: must have the settings that the scanner has at acme-baseline.yaml:11:3; leave the scanner out here, or change it there",
                        "shop.yaml:4:58: roles.contractors.members: must be members of the role at acme-baseline.yaml:5:3, but was: x; leave them out, or add them there",
                        "shop.yaml:4:10: roles.security.members: must be members of the role at acme-baseline.yaml:4:3, but was: @me; leave them out, or add them there",
                        "shop.yaml:6:10: waivers: must be as strict as the terms at acme-baseline.yaml:12:10: by the same role, and for no longer; write by: security, and a longest that is at most as long",
                        "shop.yaml:8:5: rules.no-secrets.when: must be the same condition: the rule at acme-baseline.yaml:14:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:8:5: rules.no-secrets.then: must ask for at least as much: the rule at acme-baseline.yaml:14:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:8:5: rules.no-secrets.hard: must be true: the rule at acme-baseline.yaml:14:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:8:5: rules.no-secrets.oblige: must oblige to all that it obliges to, also to label the change secret: the rule at acme-baseline.yaml:14:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:9:5: rules.auth.then: must ask for at least as much: the rule at acme-baseline.yaml:15:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:9:5: rules.auth.enforcement: must be at least enforce: the rule at acme-baseline.yaml:15:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:10:5: rules.style.on-unknown: must be act: the rule at acme-baseline.yaml:16:5 has this id, and can only be tightened; rename this rule to have both, or leave it out",
                        "shop.yaml:4:58: roles.contractors.members: must be all members of the role at acme-baseline.yaml:5:3, as rule auth at acme-baseline.yaml:15:5 does not count their approvals; leave the role out here");
    }

    @Test
    void theControlsThatARuleServesAreKept() {
        files.put(
                "acme-baseline",
                BASELINE.replace("then: review, enforcement: warn", "then: review, controls: [SSDF PW.7, ISO 42001]"));
        String rule = "{ id: style, when: { finding: { category: style } }, then: block, controls: [%s] }";
        String shop = "policy: shop\nextends: acme-baseline\nrules: [" + rule + "]\n";
        assertThat(refusal(shop.formatted("SSDF PW.7")))
                .singleElement(STRING)
                .contains(
                        "rules.style.controls: must name all the controls that it names, also ISO 42001: the rule at");
        assertThat(read(shop.formatted("SSDF PW.7, ISO 42001, house rule 3")).rules())
                .hasSize(3);
    }

    @Test
    void aRoleWhoseHoldersDoNotCountCannotBeNarrowed() {
        files.put("acme-baseline", BASELINE.replace("[\"@acme/contractors\"]", "[\"@a\", \"@b\"]"));
        assertThat(
                        refusal(
                                "policy: shop\nextends: acme-baseline\nroles: { contractors: { members: \"@a\" } }\nrules: []\n"))
                .containsExactly(
                        "shop.yaml:3:10: roles.contractors.members: must be all members of the role at acme-baseline.yaml:5:3, as rule auth at acme-baseline.yaml:15:5 does not count their approvals; leave the role out here");
    }

    @Test
    void waiversCannotBeLetInByALayer() {
        files.put("acme-baseline", BASELINE.replace("waivers: { by: security, longest: 90d }\n", ""));
        assertThat(refusal("policy: shop\nextends: acme-baseline\nwaivers: { by: security, longest: 1d }\nrules: []\n"))
                .containsExactly(
                        "shop.yaml:3:10: waivers: must not be given, as what is inherited from acme-baseline.yaml:1:1 lets no waiver count; leave it out, or give terms there");
    }

    @Test
    void aTopicThatARuleAsksForInVainCannotBeDeclared() {
        files.put(
                "acme-baseline", "policy: acme-baseline\nrules:\n  - { id: t, when: { topic: auth }, then: block }\n");
        assertThat(refusal("policy: shop\nextends: acme-baseline\ntopics: { auth: \"auth/**\" }\nrules: []\n"))
                .containsExactly(
                        "shop.yaml:3:11: topics.auth: must not be declared, as rule t at acme-baseline.yaml:3:5 acts wherever nobody knows whether code is about it; declare the topic there, or give this one another name");
    }

    @Test
    void silenceCannotBecomeUnknownWhereThatSoftensABlock() {
        files.put("acme-baseline", """
                policy: acme-baseline
                assume: { silence-about-authorship: human }
                rules:
                  - { id: soft, when: { ai: { share: "< 5%" } }, then: block, on-unknown: review }
                """);
        assertThat(
                        refusal(
                                "policy: shop\nextends: acme-baseline\nassume: { silence-about-authorship: unknown }\nrules: []\n"))
                .containsExactly(
                        "shop.yaml:3:9: assume: must not take silence about authorship for unknown, as then rule soft at acme-baseline.yaml:4:5 asks for a review where it blocks now; take it for a person's here too, or let that rule act on the unknown");
        assertThat(read("policy: shop\nextends: acme-baseline\nrules: []\n").silence())
                .isEqualTo(Silence.HUMAN);
    }

    @Test
    void aDiamondHasItsLayerOnce() {
        files.put(
                "team",
                "policy: team\nextends: acme-baseline\nrules: [{ id: auth, when: { paths: \"**/auth/**\" }, then: block }]\n");
        files.put(
                "region",
                "policy: region\nextends: acme-baseline\nrules: [{ id: eu, when: { paths: \"eu/**\" }, then: review }]\n");
        for (String order : List.of("team, region", "region, team")) {
            Policy policy = read("policy: shop\nextends: [" + order + "]\nrules: []\n");
            assertThat(policy.layers())
                    .extracting(PolicyLayer::name)
                    .startsWith("acme-baseline")
                    .containsExactlyInAnyOrder("acme-baseline", "team", "region");
            // The team's tightening counts, whichever of the two comes first.
            assertThat(policy.rules())
                    .extracting(Rule::label)
                    .containsExactly("acme-baseline: no-secrets", "team: auth", "acme-baseline: style", "region: eu");
        }
    }

    @Test
    void ofTwoThatAreExtendedNeitherLoosensTheOther() {
        files.put("human", "policy: human\nassume: { silence-about-authorship: human }\nrules: []\n");
        Policy policy = read("policy: shop\nextends: [human, acme-baseline]\nrules: []\n");
        assertThat(policy.silence()).isEqualTo(Silence.UNKNOWN);
        assertThat(policy.waivers()).isNull();
        files.put("other", "policy: other\nrules: [{ id: auth, when: { paths: \"a/**\" }, then: block }]\n");
        assertThat(refusal("policy: shop\nextends: [other, acme-baseline]\nrules: []\n"))
                .first()
                .asString()
                .startsWith(
                        "acme-baseline.yaml:15:5: rules.auth.when: must be the same condition: the rule at other.yaml:2:9 has");
    }

    @Test
    void circlesAreRefused() {
        assertThat(refusal("policy: shop\nextends: [shop]\nrules: []\n"))
                .containsExactly(
                        "shop.yaml:2:11: extends[0]: must not lead back to itself: shop extends shop, but was: shop; leave one of these out");
        files.put("a", "policy: a\nextends: b\nrules: []\n");
        files.put("b", "policy: b\nextends: { policy: a }\nrules: []\n");
        assertThat(refusal("policy: shop\nextends: [a, b]\nrules: []\n"))
                .containsExactly(
                        "b.yaml:2:20: extends.policy: must not lead back to itself: a extends b extends a, but was: a; leave one of these out");
    }

    @Test
    void depthAndNumberAreBounded() {
        for (int i = 0; i < 40; i++) {
            files.put("deep-" + i, "policy: deep-" + i + "\nextends: deep-" + (i + 1) + "\nrules: []\n");
            files.put("flat-" + i, "policy: flat-" + i + "\nrules: []\n");
        }
        assertThat(refusal("policy: shop\nextends: deep-0\nrules: []\n"))
                .containsExactly(
                        "deep-6.yaml:2:10: extends: must be one of at most 8 that extend one another, but was: deep-7; merge some of them");
        StringBuilder many = new StringBuilder("policy: shop\nrules: []\nextends:\n");
        for (int i = 0; i < 17; i++) {
            many.append("  - flat-").append(i).append('\n');
        }
        assertThat(refusal(many.toString()))
                .containsExactly(
                        "shop.yaml:20:5: extends[16]: must be one of at most 16 policies that are extended, but was: flat-16; merge some of them");
    }

    @Test
    void whatIsNotThereAndWhatIsWrongThereIsToldTogether() {
        files.put("broken", "policy: broken\nrules:\n  - { id: r, when: { path: x }, then: block }\n");
        files.put("liar", "policy: someone-else\nrules: []\n");
        assertThat(refusal("""
                        policy: shop
                        extends: [broken, missing, liar, { policy: acme-baseline, digest: "sha256:%s" }]
                        rules:
                          - { id: own, when: { paths: x }, then: { review: { by: who-knows } } }
                          - { id: own, when: { paths: x }, then: review }
                        """.formatted("0".repeat(64))))
                .containsExactly(
                        "broken.yaml:3:22: rules[0].when.path: unknown condition, but was: path; did you mean paths?",
                        "shop.yaml:2:19: extends[1]: must be a policy that is there, but was: missing; add it, or leave it out",
                        "shop.yaml:2:28: extends[2]: must be the name of the policy that is there: liar.yaml holds someone-else, but was: liar; rename one of the two",
                        "shop.yaml:2:67: extends[3].digest: must be the digest of acme-baseline as it stands, sha256:"
                                + PolicyWriter.digest(readAlone(BASELINE)).hex() + ", but was: sha256:" + "0".repeat(64)
                                + "; look at what changed in acme-baseline.yaml, then write its digest here",
                        "shop.yaml:5:11: rules[1].id: must be unique: the rule at line 4 has it, but was: own; rename one of them");
    }

    @Test
    void aPinHoldsAllThatTheLayerExtends() {
        files.put("team", "policy: team\nextends: acme-baseline\nrules: []\n");
        String pinned = "policy: shop\nextends: { policy: team, digest: \"sha256:"
                + PolicyWriter.digest(read("policy: team\nextends: acme-baseline\nrules: []\n"))
                        .hex() + "\" }\nrules: []\n";
        assertThat(read(pinned).layers()).hasSize(2);
        files.put("acme-baseline", BASELINE.replace("then: review, enforcement: warn", "then: block"));
        assertThat(refusal(pinned)).singleElement().asString().contains("must be the digest of team as it stands");
    }

    @Test
    void aSignOffIsForAllThatThePolicyExtends() {
        String digest = PolicyWriter.digest(read("policy: shop\nextends: acme-baseline\nrules: []\n"))
                .hex();
        String signed =
                "policy: shop\nextends: acme-baseline\nrules: []\nsigned-off: { by: A. Counsel, role: legal, digest: \"sha256:"
                        + digest + "\" }\n";
        assertThat(read(signed).signOffs()).hasSize(1);
        files.put("acme-baseline", BASELINE.replace("approvals", "approvals").replace("within: 2d", "within: 1d"));
        assertThat(refusal(signed)).singleElement().asString().contains("must be for this policy, whose digest is");
    }

    private Policy read(String text) {
        PolicySource source = name -> Optional.ofNullable(files.get(name))
                .map(file -> new PolicyDocument(name + ".yaml", file.getBytes(StandardCharsets.UTF_8)));
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "shop.yaml", source);
    }

    private static Policy readAlone(String text) {
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "alone.yaml");
    }

    private List<String> refusal(String text) {
        try {
            throw new AssertionError("read: " + read(text));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_POLICY);
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
