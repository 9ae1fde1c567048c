package io.imprimatur.core.policy.cases;

import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.SamplePolicies;
import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The policies of this repository, each with the cases that stand beside it. */
final class TestedPolicies {
    private static final Path ROOT = Path.of("..");

    private TestedPolicies() {}

    /**
     * A policy with its cases.
     *
     * @param name how people call it: the folder of a sample
     */
    record Tested(String name, Policy policy, List<PolicyCase> cases) {
        CaseRun run() {
            return CaseRun.of(policy, cases);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Those to start from, that of {@code init}, and the one under which this repository stands. */
    static List<Tested> all() {
        Path own = ROOT.resolve(".imprimatur/policy.yaml");
        return Stream.concat(
                        samples().stream(),
                        Stream.of(
                                tested(
                                        "starter",
                                        StarterPolicy.policy(),
                                        ROOT.resolve("samples/policies/starter.tests.yaml")),
                                tested(
                                        "this repository",
                                        PolicyReader.read(content(own), own.toString()),
                                        own.resolveSibling("policy.tests.yaml"))))
                .toList();
    }

    /** Those to start from. */
    static List<Tested> samples() {
        return SamplePolicies.folders().stream()
                .map(folder -> tested(
                        folder.getFileName().toString(),
                        SamplePolicies.policy(folder),
                        folder.resolve("policy.tests.yaml")))
                .toList();
    }

    private static Tested tested(String name, Policy policy, Path cases) {
        return new Tested(name, policy, PolicyCases.read(content(cases), cases.toString(), policy));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
