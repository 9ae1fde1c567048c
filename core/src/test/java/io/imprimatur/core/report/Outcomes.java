package io.imprimatur.core.report;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.Outcome;
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
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.Waiver;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Outcomes put together by hand, so that reports can be read beside what they report. */
final class Outcomes {
    static final String BASE = "4f5e6d7a1b2c3d4e5f60718293a4b5c6d7e8f901";
    static final String HEAD = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    private static final PolicyOrigin TARGET = new PolicyOrigin.TargetBranch(BASE, ".imprimatur/policy.yaml");
    private static final Requirement SECURITY = Requirement.of("security", 2);
    private static final FindingExists ANY_SECRET = FindingExists.of(Category.SECRET, Severity.HIGH);
    private static final Files AUTH = Files.in(List.of(new Glob("**/auth/**")));

    private Outcomes() {}

    /** A change with secrets, into a part that needs two people from security, with a file that was not covered. */
    static Outcome blocked() {
        Finding key = finding(
                "aws-access-key-id", "An access key of AWS: revoke it, then take it out", "src/Config.java", 12);
        Finding url = finding("url-password", "A password in a URL", "src/App.java", 3);
        Gap large = Gap.at(path("data/big.bin"), Gap.Cause.TOO_LARGE, "5,000,000 bytes, of which it reads 1,000,000");
        Rule noSecrets = rule("no-secrets", ANY_SECRET, new Effect.Block(), 14)
                .because("Secrets belong in the vault.")
                .obliging(new Obligation.Notify("@acme/security"));
        Rule auth = rule(
                        "auth-needs-security",
                        new Condition.All(
                                List.of(AUTH, new AiShare(FileFilter.ANY, Comparison.AT_LEAST, Ratio.ofPercent(20)))),
                        new Effect.Review(SECURITY),
                        19)
                .because("Generated authentication logic needs two people from security.");
        Rule large1000 = rule(
                        "keep-it-small",
                        new Size(FileFilter.ANY, Measure.ADDED_LINES, Comparison.ABOVE, 100),
                        new Effect.Review(Requirement.ANYONE),
                        27)
                .with(Enforcement.WARN);
        Rule shadowed = rule("tried-out", AUTH, new Effect.Block(), 33).with(Enforcement.SHADOW);
        List<FiredRule> fired = List.of(
                new FiredRule(
                        noSecrets,
                        Truth.TRUE,
                        Verdict.BLOCK,
                        null,
                        List.of(
                                found(url),
                                found(key),
                                new Reason(
                                        ANY_SECRET,
                                        Truth.UNKNOWN,
                                        "not covered: " + large.detail(),
                                        "secrets",
                                        Location.of(path("data/big.bin")),
                                        null,
                                        null))),
                new FiredRule(
                        auth,
                        Truth.UNKNOWN,
                        Verdict.REVIEW,
                        SECURITY,
                        List.of(
                                new Reason(
                                        AUTH,
                                        Truth.TRUE,
                                        "the change touches this path",
                                        "commit " + HEAD,
                                        Location.of(path("src/auth/Login.java")),
                                        null,
                                        null),
                                new Reason(
                                        auth.when(),
                                        Truth.UNKNOWN,
                                        "share of AI is 0 to 100 %",
                                        "provenance",
                                        null,
                                        null,
                                        null))),
                new FiredRule(
                        large1000,
                        Truth.TRUE,
                        Verdict.REVIEW,
                        Requirement.ANYONE,
                        List.of(new Reason(
                                large1000.when(),
                                Truth.TRUE,
                                "121 lines are added",
                                "commit " + HEAD,
                                null,
                                null,
                                null))),
                new FiredRule(
                        shadowed,
                        Truth.TRUE,
                        Verdict.BLOCK,
                        null,
                        List.of(new Reason(
                                AUTH,
                                Truth.TRUE,
                                "the change touches this path",
                                "commit " + HEAD,
                                Location.of(path("src/auth/Login.java")),
                                null,
                                null))));
        List<Step> clean =
                List.of(new Step.FixFinding(url), new Step.FixFinding(key), new Step.CloseGap("secrets", large));
        return outcome(
                change("acme/shop"),
                List.of(
                        new ScanReport(scanner("secrets", Category.SECRET), List.of(key, url), Coverage.except(large)),
                        new ScanReport(scanner("semgrep", Category.VULNERABILITY), List.of(), Coverage.COMPLETE)),
                TARGET,
                fired,
                List.of(SECURITY),
                List.of(),
                new Unblock(
                        List.of(
                                with(clean, new Step.Approve(SECURITY)),
                                with(clean, new Step.Establish(AUTH, false)),
                                with(
                                        clean,
                                        new Step.Establish(
                                                new AiShare(FileFilter.ANY, Comparison.AT_LEAST, Ratio.ofPercent(20)),
                                                false))),
                        true));
    }

    /** Nothing fired, under the policy that comes with the library. */
    static Outcome allowed() {
        return outcome(
                change("acme/shop"),
                List.of(new ScanReport(scanner("secrets", Category.SECRET), List.of(), Coverage.COMPLETE)),
                new PolicyOrigin.Starter(),
                List.of(),
                List.of(),
                List.of(),
                Unblock.NOTHING);
    }

    /** A block that the policy softens because it is not known, a rule that is built in, and a declared assumption. */
    static Outcome reviewed() {
        Rule risky = rule("no-high-risk", new RiskAtLeast(new RiskBound.OfLevel(RiskLevel.HIGH)), new Effect.Block(), 8)
                .with(OnUnknown.REVIEW);
        Files policy = Files.in(List.of(new Glob(".imprimatur/**")));
        Rule judge = Rule.of("imprimatur.judge-changed", policy, new Effect.Review(Requirement.ANYONE))
                .because("What judges changes is changed by people.");
        List<FiredRule> fired = List.of(
                new FiredRule(
                        judge,
                        Truth.TRUE,
                        Verdict.REVIEW,
                        Requirement.ANYONE,
                        List.of(new Reason(
                                policy,
                                Truth.TRUE,
                                "the change touches this path",
                                "commit " + HEAD,
                                Location.of(path(".imprimatur/policy.yaml")),
                                null,
                                null))),
                new FiredRule(
                        risky,
                        Truth.UNKNOWN,
                        Verdict.REVIEW,
                        Requirement.ANYONE,
                        List.of(new Reason(
                                risky.when(),
                                Truth.UNKNOWN,
                                "risk is low to high (0.25–0.61)",
                                "risk model imprimatur.default/1",
                                null,
                                null,
                                Assumption.SILENCE_MEANS_HUMAN))));
        return outcome(
                change("acme/shop"),
                List.of(),
                new PolicyOrigin.Caller("strict.yaml"),
                fired,
                List.of(Requirement.ANYONE),
                List.of(Assumption.SILENCE_MEANS_HUMAN),
                new Unblock(List.of(List.of(new Step.Approve(Requirement.ANYONE))), true));
    }

    /** A rule that is lifted with its finding, a rule that is lifted in some paths, and a waiver that does not count. */
    static Outcome waived() {
        Finding key = finding(
                "aws-access-key-id", "An access key of AWS: revoke it, then take it out", "src/Config.java", 12);
        Rule auth = rule("auth-needs-security", AUTH, new Effect.Review(SECURITY), 19);
        Outcome outcome = outcome(
                change("acme/shop"),
                List.of(new ScanReport(scanner("secrets", Category.SECRET), List.of(key), Coverage.COMPLETE)),
                TARGET,
                List.of(),
                List.of(),
                List.of(),
                Unblock.NOTHING);
        Decision decision = outcome.decision();
        return new Outcome(
                outcome.assessment(),
                new Decision(
                        decision.verdict(),
                        decision.subject(),
                        decision.policy(),
                        decision.fired(),
                        decision.requirements(),
                        decision.obligations(),
                        decision.assumptions(),
                        decision.excluded(),
                        decision.unblock(),
                        List.of(
                                new WaiverUse(
                                        waiver("fixture", new Waiver.OfFinding(key.fingerprint(), digest("x"))),
                                        null,
                                        List.of(key),
                                        List.of(new FiredRule(
                                                rule("no-secrets", ANY_SECRET, new Effect.Block(), 14)
                                                        .inheritedFrom("acme-baseline"),
                                                Truth.TRUE,
                                                Verdict.BLOCK,
                                                null,
                                                List.of(found(key))))),
                                new WaiverUse(
                                        waiver(
                                                "sign-in",
                                                new Waiver.OfRule(
                                                        "auth-needs-security", List.of(new Glob("src/auth/**")))),
                                        null,
                                        List.of(),
                                        List.of(new FiredRule(
                                                auth,
                                                Truth.TRUE,
                                                Verdict.REVIEW,
                                                SECURITY,
                                                List.of(new Reason(
                                                        AUTH,
                                                        Truth.TRUE,
                                                        "the change touches this path",
                                                        "commit " + HEAD,
                                                        Location.of(path("src/auth/Login.java")),
                                                        null,
                                                        null))))),
                                WaiverUse.refused(
                                        waiver("old", new Waiver.OfFinding(key.fingerprint(), null)),
                                        WaiverRefusal.EXPIRED))));
    }

    private static Waiver waiver(String id, Waiver.Scope scope) {
        return new Waiver(
                id,
                scope,
                "It never opened a door [here](https://example.org).",
                "@acme/appsec",
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2027-01-15T12:00:00Z"),
                null,
                Position.NONE);
    }

    /** Longer than anyone reads. */
    static Outcome endless() {
        List<Finding> findings = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> finding("rule-" + i, "x".repeat(3000), "src/A.java", i))
                .toList();
        List<FiredRule> fired = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new FiredRule(
                        rule("rule-" + i, ANY_SECRET, new Effect.Block(), i),
                        Truth.TRUE,
                        Verdict.BLOCK,
                        null,
                        findings.stream().map(Outcomes::found).toList()))
                .toList();
        List<Step> fixes = findings.stream()
                .map(finding -> (Step) new Step.FixFinding(finding))
                .toList();
        return outcome(
                change("acme/shop"),
                List.of(new ScanReport(scanner("secrets", Category.SECRET), findings, Coverage.COMPLETE)),
                TARGET,
                fired,
                List.of(),
                List.of(),
                new Unblock(
                        IntStream.range(0, 30)
                                .mapToObj(i -> fixes.subList(0, 40 - i))
                                .toList(),
                        false));
    }

    /** The text wherever a change, a scanner or a policy can put text. */
    static Outcome saying(String hostile) {
        RepoPath where = RepoPath.ofBytes(("d/" + hostile).getBytes(StandardCharsets.UTF_8));
        Finding finding = new Finding(
                "secrets",
                hostile,
                hostile,
                Severity.CRITICAL,
                Category.SECRET,
                null,
                Location.of(where, LineRange.of(1)),
                fingerprint(hostile),
                Origin.INTRODUCED,
                List.of(),
                List.of(),
                hostile,
                hostile,
                hostile);
        Gap gap = Gap.at(where, Gap.Cause.UNREADABLE, hostile);
        Glob glob = new Glob("x");
        Files paths = Files.in(List.of(glob));
        Rule block = rule("no-secrets", ANY_SECRET, new Effect.Block(), 14).because(hostile);
        Rule warn = rule("warned", paths, new Effect.Review(Requirement.ANYONE), 15)
                .because(hostile)
                .with(Enforcement.WARN);
        List<Reason> reasons = List.of(
                found(finding),
                new Reason(ANY_SECRET, Truth.UNKNOWN, hostile, hostile, Location.of(where), null, null));
        return new Outcome(
                new Assessment(
                        new Change(
                                hostile,
                                new Revision.OfCommit(BASE),
                                new Revision.OfCommit(HEAD),
                                hostile,
                                List.of(),
                                null,
                                List.of(added(where, 5)),
                                List.of()),
                        Provenance.UNKNOWN,
                        Silence.UNKNOWN,
                        List.of(new ScanReport(
                                scanner("secrets", Category.SECRET), List.of(finding), Coverage.except(gap))),
                        new RiskScore(
                                "imprimatur.default/1",
                                RatioRange.UNKNOWN,
                                RiskLevel.LOW,
                                RiskLevel.CRITICAL,
                                List.of(new RiskFactor("size", RatioRange.UNKNOWN, hostile))),
                        List.of(),
                        null),
                new Decision(
                        Verdict.BLOCK,
                        digest("subject"),
                        new PolicyReference(
                                "acme",
                                3,
                                digest("policy"),
                                new PolicyOrigin.TargetBranch(hostile, hostile),
                                List.of(new SignOff(hostile, "legal", digest("policy")))),
                        List.of(
                                new FiredRule(block, Truth.TRUE, Verdict.BLOCK, null, reasons),
                                new FiredRule(warn, Truth.UNKNOWN, Verdict.REVIEW, Requirement.ANYONE, reasons)),
                        List.of(Requirement.ANYONE),
                        List.of(new Obligation.Label(hostile), new Obligation.Notify(hostile)),
                        List.of(),
                        List.of(new Person(hostile, hostile)),
                        new Unblock(
                                List.of(
                                        List.of(new Step.FixFinding(finding)),
                                        List.of(new Step.CloseGap("secrets", gap), new Step.Establish(paths, false))),
                                true)));
    }

    /** As many findings as that. */
    static Outcome finding(int many) {
        List<Finding> findings = IntStream.rangeClosed(1, many)
                .mapToObj(i -> finding("rule-" + i % 100, "A secret", "src/A.java", i))
                .toList();
        return outcome(
                change("acme/shop"),
                List.of(new ScanReport(scanner("secrets", Category.SECRET), findings, Coverage.COMPLETE)),
                TARGET,
                List.of(),
                List.of(),
                List.of(),
                Unblock.NOTHING);
    }

    private static Outcome outcome(
            Change change,
            List<ScanReport> reports,
            PolicyOrigin origin,
            List<FiredRule> fired,
            List<Requirement> requirements,
            List<Assumption> assumptions,
            Unblock unblock) {
        Verdict verdict =
                fired.stream().filter(FiredRule::counts).map(FiredRule::verdict).reduce(Verdict.ALLOW, Verdict::max);
        RatioRange risk = new RatioRange(Ratio.parse("0.25"), Ratio.parse("0.61"));
        return new Outcome(
                new Assessment(
                        change,
                        Provenance.UNKNOWN,
                        Silence.UNKNOWN,
                        reports,
                        new RiskScore(
                                "imprimatur.default/1",
                                risk,
                                RiskLevel.LOW,
                                RiskLevel.HIGH,
                                List.of(
                                        new RiskFactor(
                                                "size",
                                                RatioRange.exactly(Ratio.parse("0.03")),
                                                "125 lines added or deleted"),
                                        new RiskFactor(
                                                "sensitive-paths",
                                                RatioRange.exactly(Ratio.parse("0.2")),
                                                "src/auth/Login.java"))),
                        List.of(),
                        null),
                new Decision(
                        verdict,
                        digest("subject"),
                        new PolicyReference("acme-ai-code", 3, digest("policy"), origin, List.of()),
                        fired,
                        requirements,
                        fired.stream()
                                .flatMap(rule -> rule.rule().obligations().stream())
                                .toList(),
                        assumptions,
                        List.of(new Person("Ada Example", "ada@example.com")),
                        unblock));
    }

    private static Change change(String repository) {
        return new Change(
                repository,
                new Revision.OfCommit(BASE),
                new Revision.OfCommit(HEAD),
                "main",
                List.of(),
                null,
                List.of(
                        added(path("data/big.bin"), 1),
                        added(path("src/App.java"), 50),
                        added(path("src/Config.java"), 30),
                        added(path("src/auth/Login.java"), 40)),
                List.of());
    }

    private static ChangedFile added(RepoPath path, int lines) {
        return new ChangedFile(
                ChangeStatus.ADDED,
                null,
                new FileVersion(path, FileMode.REGULAR, digest(path.text()), 1000, false),
                LineRanges.of(new LineRange(1, lines)),
                0,
                true);
    }

    private static Reason found(Finding finding) {
        return new Reason(
                ANY_SECRET,
                Truth.TRUE,
                finding.message(),
                "scanner " + finding.scanner() + ", rule " + finding.rule(),
                finding.location(),
                finding.fingerprint(),
                null);
    }

    private static Finding finding(String rule, String message, String path, int line) {
        return new Finding(
                "secrets",
                rule,
                message,
                Severity.CRITICAL,
                Category.SECRET,
                null,
                new Location(path(path), LineRange.of(line), 20, 39),
                fingerprint(rule),
                Origin.INTRODUCED,
                List.of("CWE-798"),
                List.of(),
                null,
                null,
                "take it from the environment");
    }

    private static Rule rule(String id, Condition when, Effect then, int line) {
        return Rule.of(id, when, then).at(new Position(line, 5));
    }

    private static List<Step> with(List<Step> steps, Step one) {
        return Stream.concat(steps.stream(), Stream.of(one)).toList();
    }

    private static ScannerDescriptor scanner(String id, Category category) {
        return new ScannerDescriptor(id, "1", List.of(category));
    }

    private static RepoPath path(String plain) {
        return RepoPath.of(plain);
    }

    private static Fingerprint fingerprint(String text) {
        return new Fingerprint(digest(text));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
