package io.imprimatur.core.risk;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Glob;
import io.imprimatur.provenance.Generation;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskModel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.util.List;
import java.util.stream.Stream;

/**
 * A transparent risk: the sum, at most 1, of factors that each can only grow with what they count. Every factor is a
 * weight times a share from 0 to 1. What is unknown counts as the worst that it can be.
 *
 * <table>
 *   <caption>The factors</caption>
 *   <tr><th>factor</th><th>weight</th><th>share</th></tr>
 *   <tr><td>size</td><td>0.15</td><td>lines / (lines + 400), lines added and deleted; 1 where not known</td></tr>
 *   <tr><td>spread</td><td>0.10</td><td>d / (d + 10), directories touched beyond the first</td></tr>
 *   <tr><td>sensitive-paths</td><td>0.20</td><td>1 where one is touched</td></tr>
 *   <tr><td>findings</td><td>0.60</td><td>w / (w + 10), w the sum over introduced findings of 1, 2, 4, 10, 30 from info to critical, times confidence</td></tr>
 *   <tr><td>ai</td><td>0.15</td><td>the most that a model may have written, times 1 less half of the least confidence recorded for it</td></tr>
 *   <tr><td>coverage</td><td>0.15</td><td>g / (g + 1), gaps in the coverage of scanners</td></tr>
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
        List<RiskFactor> factors = List.of(
                size(input.change()),
                spread(input.change()),
                sensitivePaths(input.change()),
                findings(input.reports()),
                ai(input),
                coverage(input.reports()));
        Ratio value = factors.stream().map(RiskFactor::contribution).reduce(Ratio.ZERO, Ratio::plus);
        return new RiskScore(ID, value, level(value), factors);
    }

    private static RiskLevel level(Ratio value) {
        if (value.compareTo(Ratio.ofPercent(75)) >= 0) {
            return RiskLevel.CRITICAL;
        }
        if (value.compareTo(Ratio.ofPercent(50)) >= 0) {
            return RiskLevel.HIGH;
        }
        return value.compareTo(Ratio.ofPercent(30)) >= 0 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    }

    private static RiskFactor size(Change change) {
        Ratio weight = Ratio.ofPercent(15);
        if (!change.linesKnown()) {
            long files =
                    change.files().stream().filter(file -> !file.linesKnown()).count();
            return new RiskFactor("size", weight, "the lines of " + count(files, "file") + " are not known");
        }
        long lines = change.addedLines() + change.deletedLines();
        return new RiskFactor("size", weight.times(saturating(lines, 400)), count(lines, "line") + " added or deleted");
    }

    private static RiskFactor spread(Change change) {
        long directories = change.files().stream()
                .map(file -> file.path().directory())
                .distinct()
                .count();
        Ratio share = saturating(Math.max(0, directories - 1), 10);
        return new RiskFactor(
                "spread",
                Ratio.ofPercent(10).times(share),
                directories == 1 ? "1 directory" : directories + " directories");
    }

    private RiskFactor sensitivePaths(Change change) {
        List<RepoPath> touched = change.files().stream()
                .filter(this::isSensitive)
                .map(ChangedFile::path)
                .toList();
        String detail = touched.isEmpty()
                ? "none touched"
                : touched.size() == 1
                        ? shortened(touched.get(0))
                        : shortened(touched.get(0)) + " and " + (touched.size() - 1) + " more";
        return new RiskFactor("sensitive-paths", touched.isEmpty() ? Ratio.ZERO : Ratio.ofPercent(20), detail);
    }

    private boolean isSensitive(ChangedFile file) {
        return sensitive.stream()
                .anyMatch(glob -> glob.matches(file.path().text())
                        || file.movedFrom()
                                .filter(before -> glob.matches(before.text()))
                                .isPresent());
    }

    private static RiskFactor findings(List<ScanReport> reports) {
        List<Finding> counted = reports.stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.origin() != Origin.PRE_EXISTING)
                .toList();
        long weight = counted.stream().mapToLong(DefaultRiskModel::weight).sum();
        Ratio share = saturating(weight, 10L * Ratio.SCALE);
        return new RiskFactor(
                "findings",
                Ratio.ofPercent(60).times(share),
                count(counted.size(), "finding") + " that the change brought");
    }

    /** In millionths. */
    private static long weight(Finding finding) {
        long bySeverity = switch (finding.severity()) {
            case INFO -> 1;
            case LOW -> 2;
            case MEDIUM -> 4;
            case HIGH -> 10;
            case CRITICAL -> 30;
        };
        Ratio confidence = finding.confidence();
        return bySeverity * (confidence == null ? Ratio.ONE : confidence).millionths();
    }

    private static RiskFactor ai(RiskInput input) {
        List<Generation> generations = input.provenance().generations();
        boolean allConfident =
                !generations.isEmpty() && generations.stream().allMatch(generation -> generation.confidence() != null);
        Ratio confidence = !allConfident
                ? Ratio.ZERO
                : generations.stream()
                        .flatMap(generation -> Stream.ofNullable(generation.confidence()))
                        .reduce(Ratio.ONE, Ratio::min);
        Ratio doubt = confidence.times(Ratio.ofPercent(50)).complement();
        Ratio share = input.aiShare().high().times(doubt);
        String detail =
                "share of AI " + input.aiShare() + ", confidence " + (allConfident ? confidence : "not recorded");
        return new RiskFactor("ai", Ratio.ofPercent(15).times(share), detail);
    }

    private static RiskFactor coverage(List<ScanReport> reports) {
        long gaps = reports.stream()
                .mapToLong(report -> report.coverage().gaps().size())
                .sum();
        return new RiskFactor("coverage", Ratio.ofPercent(15).times(saturating(gaps, 1)), count(gaps, "gap"));
    }

    /** {@code x / (x + half)}: 0 at 0, a half at {@code half}, and never quite 1. */
    private static Ratio saturating(long x, long half) {
        return Ratio.floor(x, x + half);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String shortened(RepoPath path) {
        String text = path.text();
        return text.length() <= 200 ? text : "…" + text.substring(text.length() - 200);
    }

    private static List<Glob> globs(String... patterns) {
        return List.of(patterns).stream().map(Glob::new).toList();
    }
}
