package io.imprimatur.samples.benchmarks;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.core.decide.Decider;
import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.provenance.CommitAttribution;
import io.imprimatur.core.risk.DefaultRiskModel;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How long a warm decision takes: the starter policy on a change of 30 files, by the number of findings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    @Param({"0", "1000"})
    public int findings;

    private final Decider decider = new Decider(StarterPolicy.policy(), new PolicyOrigin.Starter());
    private Assessment assessment = assessment(0);

    @Setup
    public void assess() {
        assessment = assessment(findings);
    }

    @Benchmark
    public Decision decide() {
        return decider.decide(assessment);
    }

    /** With what a decision works out when it is asked for it. */
    @Benchmark
    public void whole(Blackhole sink) {
        Decision decision = decider.decide(assessment);
        sink.consume(decision.subject());
        sink.consume(decision.unblock());
    }

    private Assessment assessment(int number) {
        Change change = SampleChange.of(30);
        Provenance provenance = CommitAttribution.of(change);
        Policy policy = decider.policy();
        List<ScanReport> reports = List.of(report(change, number));
        RiskScore risk = new DefaultRiskModel()
                .score(new RiskInput(
                        change,
                        provenance,
                        policy.silence(),
                        AiShare.of(change, provenance, policy.silence()),
                        reports));
        return new Assessment(change, provenance, policy.silence(), reports, risk, List.of(), null);
    }

    private static ScanReport report(Change change, int number) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Location location =
                    Location.of(change.files().get(i % change.files().size()).path(), LineRange.of(1 + i / 30 % 40));
            findings.add(new Finding(
                    "sample",
                    "rule-" + i % 7,
                    "Something is wrong here",
                    Severity.values()[i % Severity.values().length],
                    Category.QUALITY,
                    Ratio.ofPercent(80),
                    location,
                    new Fingerprint(Digest.of(("finding " + i).getBytes(StandardCharsets.UTF_8))),
                    Origin.INTRODUCED,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null));
        }
        ScannerDescriptor scanner = new ScannerDescriptor("sample", "1", List.of(Category.SECRET, Category.QUALITY));
        return new ScanReport(scanner, findings, Coverage.COMPLETE);
    }
}
