package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file of waivers: what it means, what is wrong with it, and that the page about it is right. */
class WaiverReaderTest {
    private static final Path PAGE = Path.of("..", "samples", "docs", "waivers.md");
    private static final String HEX = "0123456789abcdef".repeat(4);

    private static final String YAML = """
            schema: imprimatur/waivers/v1
            waivers:
              - id: key-in-a-fixture
                finding: "%s"
                content: "sha256:%s"
                reason: A key that was never valid.
                approver: "@acme/appsec"
                created: 2026-11-01
                expires: 2027-01-15T12:00:00+02:00
                evidence: https://example.org/review/17
              - { id: vendored, rule: large, paths: "vendor/**", reason: why, approver: ada, created: 2026-11-01, expires: 2026-11-02 }
            """.formatted(HEX, HEX);

    @Test
    void bothKindsAreRead() {
        assertThat(read(YAML))
                .containsExactly(
                        new Waiver(
                                "key-in-a-fixture",
                                new Waiver.OfFinding(new Fingerprint(new Digest(HEX)), new Digest(HEX)),
                                "A key that was never valid.",
                                "@acme/appsec",
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Instant.parse("2027-01-15T10:00:00Z"),
                                "https://example.org/review/17",
                                new Position(3, 5)),
                        new Waiver(
                                "vendored",
                                new Waiver.OfRule("large", List.of(new Glob("vendor/**"))),
                                "why",
                                "ada",
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Instant.parse("2026-11-02T00:00:00Z"),
                                null,
                                new Position(11, 5)));
    }

    @Test
    void jsonIsReadAlike() {
        String json =
                "{\"waivers\": [{\"id\": \"vendored\", \"rule\": \"large\", \"paths\": [\"vendor/**\"], \"reason\": \"why\","
                        + " \"approver\": \"ada\", \"created\": \"2026-11-01\", \"expires\": \"2026-11-02\"}]}";
        Waiver waiver = WaiverReader.read(json.getBytes(StandardCharsets.UTF_8), "waivers.json")
                .get(0);
        assertThat(waiver.at(Position.NONE)).isEqualTo(read(YAML).get(1).at(Position.NONE));
        assertThat(WaiverReader.digest(waiver))
                .isEqualTo(WaiverReader.digest(read(YAML).get(1)));
    }

    @Test
    void everyMistakeIsToldWhereItIs() {
        assertThat(mistakes("""
                        waivers:
                          - { id: A, finding: abc, paths: x, reason: "", approver: ada, created: today, expires: 2026-11-02 }
                          - { id: b, rule: large, content: "sha256:0", reason: why, approver: ada, created: 2026-11-02, expires: 2026-11-02 }
                          - { id: b, rule: large, finding: "%s", paths: [], approver: 3, created: 2026-11-01 }
                          - { id: c, because: why, paths: x, approver: ada, created: 2026-11-01, expires: 2026-11-02 }
                          - 3
                        """.formatted(HEX)))
                .containsExactly(
                        "w.yaml:2:11: waivers[0].id: must be lower-case letters a to z and digits in words joined by one of . _ / -, at most 128 characters, but was: A; write a",
                        "w.yaml:2:23: waivers[0].finding: must be 64 lower-case hexadecimal digits, but was: abc",
                        "w.yaml:2:35: waivers[0].paths: must stand beside rule alone, but was: x; leave it out",
                        "w.yaml:2:46: waivers[0].reason: must not be blank, but was: ",
                        "w.yaml:2:74: waivers[0].created: must be a day, or a time with its offset, but was: today; write for example 2027-01-31 or 2027-01-31T12:00:00Z",
                        "w.yaml:3:5: waivers[1].paths: must be given; say where, for example paths: \"vendor/**\"",
                        "w.yaml:3:36: waivers[1].content: must stand beside finding alone, but was: sha256:0; leave it out",
                        "w.yaml:3:106: waivers[1].expires: must be after created, 2026-11-02T00:00:00Z, but was: 2026-11-02",
                        "w.yaml:4:5: waivers[2].reason: must be given; say why the waiver is right",
                        "w.yaml:4:5: waivers[2].expires: must be given; say until when, for example expires: 2027-01-31",
                        "w.yaml:4:11: waivers[2].id: must be unique: the waiver at line 3 has it, but was: b; rename one of them",
                        "w.yaml:4:27: waivers[2].finding: must have only one of the keys finding, rule, but was: finding; keep one of them",
                        "w.yaml:4:125: waivers[2].approver: must be text, but was: 3; put it between quotes",
                        "w.yaml:5:5: waivers[3].reason: must be given; say why the waiver is right",
                        "w.yaml:5:5: waivers[3]: must have one of the keys finding, rule; write for example rule: large, with paths beside it",
                        "w.yaml:5:14: waivers[3].because: unknown key, but was: because; write one of finding, content, rule, reason, evidence",
                        "w.yaml:5:35: waivers[3].paths: must stand beside rule alone, but was: x; leave it out",
                        "w.yaml:6:5: waivers[4]: must be a mapping, but was: 3; write a mapping such as { id: … }");
        assertThat(mistakes("waivers: {}\nschema: v2\n"))
                .containsExactly(
                        "w.yaml:1:10: waivers: must be a list of waivers, but was: a mapping; begin each with a hyphen, or write [] for none",
                        "w.yaml:2:9: schema: must be a format that this version of Imprimatur reads, but was: v2; write imprimatur/waivers/v1");
    }

    @Test
    void aProofIsForAWaiverAsItStands() {
        Waiver waiver = read(YAML).get(1);
        String approvals = "approved:\n  - { waiver: \"" + WaiverReader.digest(waiver) + "\", by: [ada, bob] }\n";
        WaiverProof proof = WaiverReader.readProof(approvals.getBytes(StandardCharsets.UTF_8), "approved.yaml");
        assertThat(proof.approvers(waiver)).containsExactly("ada", "bob");
        Waiver longer = new Waiver(
                waiver.id(),
                waiver.scope(),
                waiver.reason(),
                waiver.approver(),
                waiver.created(),
                waiver.expires().plusSeconds(1),
                null,
                Position.NONE);
        assertThat(proof.approvers(longer)).isEmpty();
    }

    @Test
    void whatIsWrongWithAProofIsTold() {
        try {
            WaiverReader.readProof(
                    "approved:\n  - { waiver: x, by: [] }\n  - 3\n".getBytes(StandardCharsets.UTF_8), "a.yaml");
            throw new AssertionError("read");
        } catch (ImprimaturException refused) {
            assertThat(refused.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "a.yaml:2:15: approved[0].waiver: must be sha256: and 64 lower-case hexadecimal digits, but was: x",
                            "a.yaml:2:22: approved[0].by: must not be empty, but was: []; write at least one, or leave the key out",
                            "a.yaml:3:5: approved[1]: must be a mapping, but was: 3; write a mapping such as { waiver: … }");
        }
    }

    @Test
    void everyExampleOfThePageIsRead() throws IOException {
        List<Waiver> waivers = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        for (String block : Files.readString(PAGE).split("```yaml\n", -1)) {
            String example = block.contains("```") ? block.substring(0, block.indexOf("```")) : "";
            if (example.startsWith("waivers:")) {
                waivers.addAll(read(example));
            } else if (example.startsWith("policy:")) {
                assertThat(PolicyReader.read(example.getBytes(StandardCharsets.UTF_8), "page.yaml")
                                .waivers())
                        .isNotNull();
            } else if (example.startsWith("approved:")) {
                proofs.add(example);
            }
        }
        assertThat(waivers).extracting(Waiver::id).containsExactly("key-in-a-fixture", "vendored-parser");
        assertThat(proofs).hasSize(1);
        WaiverProof proof = WaiverReader.readProof(proofs.get(0).getBytes(StandardCharsets.UTF_8), "page.yaml");
        assertThat(proof.approvers(waivers.get(1))).containsExactly("ada@example.org");
    }

    private static List<Waiver> read(String text) {
        PolicyDocument document = new PolicyDocument("w.yaml", text.getBytes(StandardCharsets.UTF_8));
        return WaiverReader.read(document.content(), document.source());
    }

    private static List<String> mistakes(String text) {
        try {
            throw new AssertionError("read: " + read(text));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_WAIVERS);
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
