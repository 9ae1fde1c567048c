package io.imprimatur.samples.benchmarks;

import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** One policy, put together in code and read from YAML. */
final class SamplePolicy {
    private static final String FILE = "policy.yaml";

    private SamplePolicy() {}

    static Policy built() {
        return Policy.builder("sample")
                .role("security", "@acme/appsec")
                .rule(Rule.of(
                        "no-secrets",
                        EvidenceCondition.FindingExists.of(Category.SECRET, Severity.HIGH),
                        new Effect.Block()))
                .rule(Rule.of(
                        "auth-needs-security",
                        new Condition.All(List.of(
                                ChangeCondition.Files.in(List.of(new Glob("**/auth/**"))),
                                new ChangeCondition.AiShare(FileFilter.ANY, Comparison.AT_LEAST, Ratio.ofPercent(20)))),
                        new Effect.Review(Requirement.of("security", 2))))
                .rule(Rule.of(
                        "large",
                        new ChangeCondition.Size(
                                FileFilter.ANY, ChangeCondition.Measure.ADDED_LINES, Comparison.AT_LEAST, 10_000),
                        new Effect.Review(Requirement.ANYONE)))
                .build();
    }

    static Policy read() {
        try (InputStream file = SamplePolicy.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not beside this class");
            }
            return PolicyReader.read(file.readAllBytes(), FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
