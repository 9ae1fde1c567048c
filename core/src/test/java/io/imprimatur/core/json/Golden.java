package io.imprimatur.core.json;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileKind;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Trailer;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The values that the files of {@code json/v1} hold. Neither is ever changed: what is new gets new files. */
final class Golden {
    private static final RepoPath LOGIN = RepoPath.of("src/auth/Login.java");
    private static final RepoPath LOGO = RepoPath.of("docs/logo.png");
    private static final Person ADA = new Person("Ada", "ada@example.org");
    private static final Person AGENT = new Person("Claude", "noreply@anthropic.com");

    static final Change CHANGE = new Change(
            "acme/shop",
            new Revision.OfCommit("4b825dc642cb6eb9a060e54bf8d69288fbee4904"),
            new Revision.OfCommit("9ac3b1f0d2e4f5a6978812345678901234567890"),
            "main",
            List.of(new Commit(
                    "9ac3b1f0d2e4f5a6978812345678901234567890",
                    ADA,
                    ADA,
                    List.of(AGENT),
                    List.of(new Trailer("Co-authored-by", "Claude <noreply@anthropic.com>")),
                    Instant.parse("2026-11-20T10:15:30Z"),
                    List.of(LOGIN, LOGO))),
            new Person("", "ci@example.org"),
            List.of(
                    new ChangedFile(
                            ChangeStatus.MODIFIED,
                            version(LOGIN, "before", false),
                            version(LOGIN, "after", false),
                            LineRanges.of(new LineRange(10, 42), new LineRange(57, 57)),
                            3,
                            true),
                    new ChangedFile(ChangeStatus.ADDED, null, version(LOGO, "logo", true), LineRanges.NONE, 0, true),
                    new ChangedFile(
                            ChangeStatus.RENAMED,
                            version(RepoPath.of("a \"quoted\" name"), "moved", false),
                            version(RepoPath.ofBytes(new byte[] {'c', 'a', 'f', (byte) 0xe9}), "moved", false),
                            LineRanges.NONE,
                            0,
                            true)),
            List.of(new UnreadPath(LOGO, "the file is stored by Git LFS")));

    static final Attribution ATTRIBUTION = new Attribution(
            LOGIN,
            LineRanges.of(new LineRange(10, 42)),
            Contributor.MIXED,
            new RatioRange(Ratio.ZERO, Ratio.parse("0.75")),
            "g1",
            List.of(new Evidence(
                    Evidence.Kind.COMMIT_TRAILER,
                    Evidence.Strength.CLAIMED,
                    "Co-authored-by: Claude <noreply@anthropic.com> in 9ac3b1f")));

    static final Generation GENERATION = new Generation(
            "g1",
            new Model("anthropic/claude-opus-4", "20260501", "anthropic", "eu-central-1"),
            "claude-code",
            ADA,
            new PromptCommitment("ab".repeat(32)),
            Ratio.parse("0.9"),
            7,
            Instant.parse("2026-11-20T10:05:00.250Z"));

    static final Provenance PROVENANCE = new Provenance(
            List.of(ATTRIBUTION),
            List.of(GENERATION),
            new DeveloperOfRecord(
                    ADA, new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.OBSERVED, "pull request 7")));

    static final Finding FINDING = new Finding(
            "secrets",
            "private-key",
            "a private key in clear\nremove it and revoke it",
            Severity.CRITICAL,
            Category.SECRET,
            Ratio.parse("0.99"),
            new Location(LOGIN, new LineRange(12, 14), 5, 31),
            new Fingerprint(digest("finding")),
            Origin.INTRODUCED,
            List.of("CWE-321", "CWE-798"),
            List.of(),
            null,
            null,
            "read it from the vault");

    private static final Gap GAP = new Gap(Gap.Cause.UNSUPPORTED, LOGO, Category.SECRET, "binary files are not read");

    static final ScanReport SCAN_REPORT = new ScanReport(
            new ScannerDescriptor("secrets", "0.1.0", List.of(Category.SECRET)),
            List.of(FINDING),
            Coverage.except(GAP));

    static final RiskScore RISK_SCORE = new RiskScore(
            "imprimatur.default/1",
            new RatioRange(Ratio.parse("0.62"), Ratio.parse("0.8")),
            RiskLevel.HIGH,
            RiskLevel.CRITICAL,
            List.of(new RiskFactor(
                    "sensitive-paths", RatioRange.exactly(Ratio.parse("0.2")), "1 of 3 files is sensitive")));

    static final Fact FACT = new Fact("acme.teams", new FactValue.Texts(List.of("payments", "web")), "LDAP");

    static final Assessment ASSESSMENT = new Assessment(
            CHANGE,
            PROVENANCE,
            Silence.HUMAN,
            List.of(SCAN_REPORT),
            RISK_SCORE,
            List.of(
                    FACT,
                    new Fact("acme.freeze", new FactValue.Flag(false), "calendar"),
                    new Fact("acme.tickets", new FactValue.Whole(2), "Jira"),
                    new Fact("acme.owner", new FactValue.Text("Ada"), "LDAP")),
            Instant.parse("2026-11-25T10:15:30Z"));

    private static final Condition SECRETS = EvidenceCondition.FindingExists.of(Category.SECRET, Severity.HIGH);
    private static final ChangeCondition AUTH = ChangeCondition.Files.in(List.of(new Glob("**/auth/**")));
    private static final ChangeCondition AI =
            new ChangeCondition.AiShare(FileFilter.ANY, Comparison.AT_LEAST, Ratio.ofPercent(20));
    private static final Requirement SECURITY = Requirement.of("security", 2);

    static final Decision DECISION = new Decision(
            Verdict.BLOCK,
            digest("subject"),
            new PolicyReference(
                    "acme-ai-code",
                    3,
                    digest("policy"),
                    new PolicyOrigin.TargetBranch(
                            "4b825dc642cb6eb9a060e54bf8d69288fbee4904", ".imprimatur/policy.yaml"),
                    List.of(new SignOff("L. Counsel", "legal", digest("policy without sign-offs")))),
            List.of(
                    new FiredRule(
                            new Rule(
                                    "no-secrets",
                                    SECRETS,
                                    new Effect.Block(),
                                    Enforcement.ENFORCE,
                                    OnUnknown.ACT,
                                    true,
                                    List.of(
                                            new Obligation.Notify("@acme/security"),
                                            new Obligation.FollowUp("revoke the credential", Duration.ofDays(1))),
                                    List.of("NIST SSDF PS.1"),
                                    null,
                                    new Position(12, 5)),
                            Truth.TRUE,
                            Verdict.BLOCK,
                            null,
                            List.of(new Reason(
                                    SECRETS,
                                    Truth.TRUE,
                                    "a private key in clear",
                                    "scanner secrets 0.1.0",
                                    FINDING.location(),
                                    FINDING.fingerprint(),
                                    null))),
                    new FiredRule(
                            new Rule(
                                    "auth-needs-security",
                                    new Condition.All(List.of(AUTH, AI)),
                                    new Effect.Review(SECURITY),
                                    Enforcement.ENFORCE,
                                    OnUnknown.ACT,
                                    false,
                                    List.of(new Obligation.Label("ai-generated"), new Obligation.RollbackPlan()),
                                    List.of("EU AI Act 14(4)"),
                                    "Generated authentication logic needs two people from security.",
                                    new Position(16, 5)),
                            Truth.UNKNOWN,
                            Verdict.REVIEW,
                            SECURITY,
                            List.of(
                                    new Reason(
                                            AUTH,
                                            Truth.TRUE,
                                            "src/auth/Login.java is touched",
                                            "git",
                                            Location.of(LOGIN),
                                            null,
                                            null),
                                    new Reason(
                                            AI,
                                            Truth.UNKNOWN,
                                            "a model wrote from 0 to 75 % of the added lines",
                                            "commit trailers",
                                            null,
                                            null,
                                            Assumption.SILENCE_MEANS_HUMAN)))),
            List.of(SECURITY),
            List.of(
                    new Obligation.Label("ai-generated"),
                    new Obligation.Notify("@acme/security"),
                    new Obligation.RollbackPlan(),
                    new Obligation.FollowUp("revoke the credential", Duration.ofDays(1))),
            List.of(Assumption.SILENCE_MEANS_HUMAN),
            List.of(ADA, AGENT),
            new Unblock(
                    List.of(
                            List.of(new Step.FixFinding(FINDING), new Step.Approve(SECURITY)),
                            List.of(new Step.FixFinding(FINDING), new Step.Establish(AI, false))),
                    true));

    /** Every form that a condition, a step and an origin can have, which no one decision would. */
    static final Decision DECISION_OF_ALL_FORMS = new Decision(
            Verdict.REVIEW,
            digest("subject"),
            new PolicyReference("forms", 1, digest("policy"), new PolicyOrigin.Caller("forms.yaml"), List.of()),
            List.of(new FiredRule(
                    new Rule(
                            "imprimatur.forms",
                            new Condition.Any(List.of(
                                    new Condition.Not(AUTH),
                                    new ChangeCondition.Target(List.of(new Glob("release/*"))),
                                    new ChangeCondition.Files(new FileFilter(
                                            List.of(new Glob("src/**")),
                                            List.of(new Glob("src/gen/**")),
                                            List.of(FileKind.TEST, FileKind.DEPENDENCY_MANIFEST),
                                            List.of(ChangeStatus.MODE_CHANGED))),
                                    new ChangeCondition.Size(
                                            FileFilter.ANY, ChangeCondition.Measure.ADDED_LINES, Comparison.ABOVE, 400),
                                    new ChangeCondition.AiShare(
                                            FileFilter.in(List.of(new Glob("src/**"))),
                                            Comparison.BELOW,
                                            Ratio.parse("0.123456")),
                                    new ChangeCondition.Generated(
                                            Match.IN,
                                            List.of(new GenerationPattern(
                                                    new Glob("openai/*"),
                                                    new Glob("2025-*"),
                                                    new Glob("azure"),
                                                    new Glob("eu-*"),
                                                    new Glob("codex")))),
                                    new ChangeCondition.Generated(
                                            Match.NOT_IN, List.of(GenerationPattern.ofRegion(new Glob("eu-*")))),
                                    ChangeCondition.Generated.byModel(
                                            Match.NOT_IN, List.of(new Glob("anthropic/claude-*"))),
                                    new ChangeCondition.EmbedderFact(
                                            "acme.teams", new FactTest.Matches(List.of(new Glob("pay*")))),
                                    new ChangeCondition.EmbedderFact(
                                            "acme.tickets", new FactTest.Compares(Comparison.EQUAL, -1)),
                                    new ChangeCondition.EmbedderFact("acme.freeze", new FactTest.Is(true)),
                                    new EvidenceCondition.FindingExists(
                                            new FindingFilter(
                                                    List.of(Category.PII),
                                                    Severity.LOW,
                                                    Ratio.ofPercent(80),
                                                    List.of(new Glob("email-*")),
                                                    List.of("secrets"),
                                                    List.of(new Glob("src/**")),
                                                    true,
                                                    List.of("CWE-359"),
                                                    List.of(new Glob("CVE-2026-*")),
                                                    List.of(new Glob("pkg:npm/*")),
                                                    new LicenseTest(Match.NOT_IN, List.of(new Glob("MIT"))),
                                                    false),
                                            3),
                                    EvidenceCondition.FindingExists.of(FindingFilter.ANY),
                                    new EvidenceCondition.TopicTouched(List.of("payments"), List.of(), null),
                                    new EvidenceCondition.TopicTouched(
                                            List.of("authentication"),
                                            List.of(new Glob("src/**")),
                                            Ratio.ofPercent(20)),
                                    new EvidenceCondition.NotRecorded(List.of(
                                            EvidenceCondition.Recording.PROMPT,
                                            EvidenceCondition.Recording.DEVELOPER_OF_RECORD)),
                                    new EvidenceCondition.Frozen(List.of("year-end")),
                                    new EvidenceCondition.RiskAtLeast(new RiskBound.OfLevel(RiskLevel.HIGH)),
                                    new EvidenceCondition.RiskAtLeast(new RiskBound.OfValue(Ratio.ofPercent(50))),
                                    new EvidenceCondition.AiConfidenceBelow(Ratio.ofPercent(70)),
                                    new EvidenceCondition.NotCovered(
                                            List.of("secrets"), List.of(Category.SECRET), List.of(new Glob("**"))))),
                            new Effect.Block(),
                            Enforcement.ENFORCE,
                            OnUnknown.REVIEW,
                            false,
                            List.of(),
                            List.of(),
                            null,
                            Position.NONE),
                    Truth.UNKNOWN,
                    Verdict.REVIEW,
                    Requirement.ANYONE,
                    List.of(new Reason(AUTH, Truth.UNKNOWN, "", "the embedder", null, null, null)))),
            List.of(new Requirement("legal", 1, List.of("security"), Duration.ofHours(36))),
            List.of(),
            List.of(),
            List.of(),
            new Unblock(
                    List.of(
                            List.of(new Step.CloseGap("secrets", GAP)),
                            List.of(new Step.AddScanner("semgrep", null)),
                            List.of(new Step.AddScanner(null, Category.LICENSE)),
                            List.of(new Step.AddScanner(null, null)),
                            List.of(new Step.LowerRisk(new RiskBound.OfLevel(RiskLevel.MEDIUM))),
                            List.of(new Step.RaiseConfidence(Ratio.ofPercent(70))),
                            List.of(
                                    new Step.LeaveOut(LOGIN),
                                    new Step.RecordProvenance(EvidenceCondition.Recording.PROMPT),
                                    new Step.Await("year-end"))),
                    false));

    /** A decision under a policy that extends another one. */
    static final Decision DECISION_OF_LAYERS = new Decision(
            Verdict.BLOCK,
            digest("subject"),
            new PolicyReference(
                    "acme-shop",
                    1,
                    digest("policy"),
                    new PolicyOrigin.Caller("shop.yaml"),
                    List.of(),
                    List.of(new PolicyLayer(
                            "acme-baseline",
                            7,
                            digest("layer"),
                            ".imprimatur/acme-baseline.yaml",
                            List.of(new SignOff("A. Counsel", "legal", digest("layer")))))),
            List.of(new FiredRule(
                    Rule.of("auth", AUTH, new Effect.Block())
                            .at(new Position(12, 5))
                            .inheritedFrom("acme-baseline"),
                    Truth.TRUE,
                    Verdict.BLOCK,
                    null,
                    List.of(new Reason(AUTH, Truth.TRUE, "the change touches this path", "git", null, null, null)))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Unblock.NOTHING);

    /** A decision that waivers concern. */
    static final Decision DECISION_WITH_WAIVERS = new Decision(
            Verdict.ALLOW,
            digest("subject"),
            new PolicyReference("acme-shop", 1, digest("policy"), new PolicyOrigin.Caller("shop.yaml"), List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Unblock.NOTHING,
            List.of(
                    new WaiverUse(
                            waiver("fixture", new Waiver.OfFinding(FINDING.fingerprint(), digest("content")))
                                    .at(new Position(3, 5)),
                            null,
                            List.of(FINDING),
                            List.of(new FiredRule(
                                    Rule.of("auth", AUTH, new Effect.Block()),
                                    Truth.TRUE,
                                    Verdict.BLOCK,
                                    null,
                                    List.of(new Reason(AUTH, Truth.TRUE, "found", "git", null, null, null))))),
                    WaiverUse.refused(
                            waiver("vendored", new Waiver.OfRule("large", List.of(new Glob("vendor/**")))),
                            WaiverRefusal.NOT_PROVED)));

    private static Waiver waiver(String id, Waiver.Scope scope) {
        return new Waiver(
                id,
                scope,
                "The key was made up.",
                "@acme/appsec",
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2027-01-15T12:00:00Z"),
                "https://example.org/review/17",
                Position.NONE);
    }

    private Golden() {}

    private static FileVersion version(RepoPath path, String content, boolean binary) {
        return new FileVersion(path, FileMode.REGULAR, digest(content), content.length(), binary);
    }

    private static Digest digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
