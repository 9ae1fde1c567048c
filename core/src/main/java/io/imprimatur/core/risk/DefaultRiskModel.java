package io.imprimatur.core.risk;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Glob;
import io.imprimatur.provenance.Generation;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskModel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transparent risk: the sum, at most 1, of factors that each can only grow with what they count. A factor is a weight
 * times a share from 0 to 1. Each is a range from what is known for certain to the worst that is possible.
 *
 * <table>
 *   <caption>The factors</caption>
 *   <tr><th>factor</th><th>weight</th><th>share</th></tr>
 *   <tr><td>size</td><td>0.15</td><td>n / (n + 400), n the lines added and deleted; up to 1 where some are not
 *   known</td></tr>
 *   <tr><td>spread</td><td>0.10</td><td>d / (d + 10), d the directories touched beyond the first</td></tr>
 *   <tr><td>sensitive-paths</td><td>0.20</td><td>1 where one is touched</td></tr>
 *   <tr><td>findings</td><td>0.60</td><td>w / (w + 10), w the sum over the defects that the change brought of 1, 2, 4, 10,
 *   30 from info to critical, each times its confidence; without a stated origin or confidence, from 0 to all of it. Findings
 *   of one fingerprint are one defect, which counts as the worst of them</td></tr>
 *   <tr><td>coverage</td><td>what findings leave of 0.60</td><td>from 0 to 1 where a scanner has a gap, which may hide
 *   anything</td></tr>
 *   <tr><td>ai</td><td>0.15</td><td>the share that a model wrote, times 1 less half of the least confidence recorded; half
 *   of that to all of it where one is not recorded; up to all of it where a model may have taken part that is not</td></tr>
 * </table>
 *
 * <p>The weights are set by judgement; nothing here is calibrated to outcomes. Levels: medium from 0.3, high from 0.5,
 * critical from 0.75. Immutable and thread-safe.
 */
public final class DefaultRiskModel implements RiskModel {
    /** Paths that touch what matters most, unless the caller gives others. */
    public static final List<Glob> SENSITIVE = globs(
            "**/auth/**",
            "**/authentication/**",
            "**/authorization/**",
            "**/security/**",
            "**/crypto/**",
            "**/payment/**",
            "**/payments/**",
            "**/billing/**",
            "**/migrations/**",
            "**/*.tf",
            "**/Dockerfile",
            ".github/workflows/**",
            ".gitlab-ci.yml",
            "**/Jenkinsfile",
            ".ci/**");

    private static final Ratio SIZE = Ratio.ofPercent(15);
    private static final Ratio SPREAD = Ratio.ofPercent(10);
    private static final Ratio SENSITIVE_PATHS = Ratio.ofPercent(20);
    private static final Ratio FINDINGS = Ratio.ofPercent(60);
    private static final Ratio AI = Ratio.ofPercent(15);

    private static final Ratio MEDIUM = Ratio.ofPercent(30);
    private static final Ratio HIGH = Ratio.ofPercent(50);
    private static final Ratio CRITICAL = Ratio.ofPercent(75);

    private static final String ID = "imprimatur.default/1";

    private final List<Glob> sensitive;

    /** The model with its own list of sensitive paths. */
    public DefaultRiskModel() {
        this(SENSITIVE);
    }

    /** The model with another list of sensitive paths. */
    public DefaultRiskModel(List<Glob> sensitive) {
        this.sensitive = List.copyOf(sensitive);
    }

    @Override
    public RiskScore score(RiskInput input) {
        RiskFactor findings = findings(input.reports());
        List<RiskFactor> factors = List.of(
                size(input.change()),
                spread(input.change()),
                sensitivePaths(input.change()),
                findings,
                coverage(input.reports(), findings.contribution().high()),
                ai(input));
        RatioRange value = RatioRange.exactly(Ratio.ZERO);
        for (RiskFactor factor : factors) {
            value = value.plus(factor.contribution());
        }
        return new RiskScore(ID, value, level(value.low()), level(value.high()), factors);
    }

    /** The level of a risk. */
    public static RiskLevel level(Ratio value) {
        if (value.compareTo(CRITICAL) >= 0) {
            return RiskLevel.CRITICAL;
        }
        if (value.compareTo(HIGH) >= 0) {
            return RiskLevel.HIGH;
        }
        return value.compareTo(MEDIUM) >= 0 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    /** The risks of a level. */
    public static RatioRange values(RiskLevel level) {
        return switch (level) {
            case LOW -> new RatioRange(Ratio.ZERO, before(MEDIUM));
            case MEDIUM -> new RatioRange(MEDIUM, before(HIGH));
            case HIGH -> new RatioRange(HIGH, before(CRITICAL));
            case CRITICAL -> new RatioRange(CRITICAL, Ratio.ONE);
        };
    }

    private static Ratio before(Ratio ratio) {
        return new Ratio(ratio.millionths() - 1);
    }

    private static RiskFactor size(Change change) {
        long lines = change.addedLines() + change.deletedLines();
        Ratio known = SIZE.times(saturating(lines, 400));
        String detail = count(lines, "line") + " added or deleted";
        int unsure = change.unsure().size();
        if (change.linesKnown() && unsure == 0) {
            return new RiskFactor("size", RatioRange.exactly(known), detail);
        }
        long files = unsure;
        for (ChangedFile file : change.files()) {
            files += file.linesKnown() ? 0 : 1;
        }
        return new RiskFactor(
                "size",
                new RatioRange(known, SIZE),
                detail + ", and the lines of " + count(files, "file") + " not known");
    }

    private static RiskFactor spread(Change change) {
        Set<String> touched = new HashSet<>();
        for (ChangedFile file : change.files()) {
            touched.add(file.path().directory());
        }
        int directories = touched.size();
        Ratio share = saturating(Math.max(0, directories - 1), 10);
        String detail = directories == 1 ? "1 directory" : directories + " directories";
        Ratio known = SPREAD.times(share);
        return change.unsure().isEmpty()
                ? new RiskFactor("spread", RatioRange.exactly(known), detail)
                : new RiskFactor("spread", new RatioRange(known, SPREAD), detail + ", and perhaps more");
    }

    private RiskFactor sensitivePaths(Change change) {
        List<RepoPath> touched = new ArrayList<>();
        for (ChangedFile file : change.files()) {
            if (isSensitive(file)) {
                touched.add(file.path());
            }
        }
        if (touched.isEmpty()) {
            return change.unsure().isEmpty()
                    ? new RiskFactor("sensitive-paths", RatioRange.exactly(Ratio.ZERO), "none touched")
                    : new RiskFactor(
                            "sensitive-paths", new RatioRange(Ratio.ZERO, SENSITIVE_PATHS), "none known to be touched");
        }
        String more = touched.size() == 1 ? "" : " and " + (touched.size() - 1) + " more";
        return new RiskFactor("sensitive-paths", RatioRange.exactly(SENSITIVE_PATHS), named(touched.get(0)) + more);
    }

    private boolean isSensitive(ChangedFile file) {
        RepoPath before = file.movedFrom().orElse(null);
        for (Glob glob : sensitive) {
            if (glob.matches(file.path().text()) || (before != null && glob.matches(before.text()))) {
                return true;
            }
        }
        return false;
    }

    private static RiskFactor findings(List<ScanReport> reports) {
        Map<String, Weight> defects = new HashMap<>();
        for (ScanReport report : reports) {
            for (Finding finding : report.findings()) {
                if (finding.origin() != Origin.PRE_EXISTING
                        && !finding.category().isTopic()) {
                    String defect = finding.fingerprint().digest().hex();
                    Weight weight = Weight.of(finding);
                    Weight known = defects.get(defect);
                    defects.put(defect, known == null ? weight : weight.worst(known));
                }
            }
        }
        long least = 0;
        long most = 0;
        for (Weight weight : defects.values()) {
            least += weight.least;
            most += weight.most;
        }
        RatioRange contribution = new RatioRange(ofFindings(least), ofFindings(most));
        return new RiskFactor("findings", contribution, count(defects.size(), "finding") + " that the change brought");
    }

    /** How much a defect weighs, from the least to the most that it can be, in millionths. */
    private record Weight(long least, long most) {
        static Weight of(Finding finding) {
            Ratio confidence = finding.confidence();
            long most = weight(finding) * (confidence == null ? Ratio.ONE : confidence).millionths();
            return new Weight(finding.origin() == Origin.INTRODUCED && confidence != null ? most : 0, most);
        }

        Weight worst(Weight other) {
            return new Weight(Math.max(least, other.least), Math.max(most, other.most));
        }
    }

    private static Ratio ofFindings(long weightInMillionths) {
        return FINDINGS.times(saturating(weightInMillionths, 10L * Ratio.SCALE));
    }

    private static long weight(Finding finding) {
        return switch (finding.severity()) {
            case INFO -> 1;
            case LOW -> 2;
            case MEDIUM -> 4;
            case HIGH -> 10;
            case CRITICAL -> 30;
        };
    }

    private static RiskFactor coverage(List<ScanReport> reports, Ratio foundAtMost) {
        long gaps = 0;
        for (ScanReport report : reports) {
            gaps += report.coverage().gaps().size();
        }
        Ratio hidden = gaps == 0 ? Ratio.ZERO : new Ratio(FINDINGS.millionths() - foundAtMost.millionths());
        return new RiskFactor(
                "coverage", new RatioRange(Ratio.ZERO, hidden), count(gaps, "gap") + " that may hide findings");
    }

    private static RiskFactor ai(RiskInput input) {
        Ratio least = Ratio.ONE;
        boolean recorded = !input.provenance().generations().isEmpty();
        for (Generation generation : input.provenance().generations()) {
            Ratio confidence = generation.confidence();
            recorded &= confidence != null;
            least = confidence == null ? least : least.min(confidence);
        }
        // Doubt is 1 less half of the confidence, so it lies from a half to 1 where a confidence is not recorded.
        Ratio half = Ratio.ofPercent(50);
        Ratio doubt = least.times(half).complement();
        RatioRange share = input.aiShare();
        // A model that nothing tells of may have been less sure than those that are recorded.
        boolean open =
                Models.of(input.change(), input.provenance(), input.silence()).open();
        RatioRange contribution = new RatioRange(
                AI.times(share.low()).times(recorded ? doubt : half),
                AI.times(share.high()).times(recorded && !open ? doubt : Ratio.ONE));
        String confidence =
                recorded ? "least confidence " + least + (open ? " of those recorded" : "") : "confidence not recorded";
        return new RiskFactor("ai", contribution, "share of AI " + share + ", " + confidence);
    }

    /** {@code x / (x + half)}: 0 at 0, a half at {@code half}, and never quite 1. */
    private static Ratio saturating(long x, long half) {
        return Ratio.floor(x, x + half);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String named(RepoPath path) {
        String text = path.text();
        // Whole or not at all: half of a secret is not known as one any more.
        return text.length() <= 900 ? text : "a path of " + text.length() + " characters";
    }

    private static List<Glob> globs(String... patterns) {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : patterns) {
            globs.add(new Glob(pattern));
        }
        return List.copyOf(globs);
    }
}
