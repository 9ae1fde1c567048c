package io.imprimatur.samples.gate;

import io.imprimatur.core.policy.lint.PolicyLint;
import io.imprimatur.core.policy.lint.Remark;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.scan.ScannerDescriptor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the author of a policy will hardly have meant. */
@Command(
        name = "lint",
        description = "Says what the author of a policy will hardly have meant; ends with 10 where there is something.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The policy file.")
    private Path file = Path.of("policy.yaml");

    @Option(
            names = "--tree",
            paramLabel = "DIR",
            description = "Say too which patterns match no file of this folder; of a git repository, of HEAD.")
    private @Nullable Path tree;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Say too which freezes are over at a time, such as 2026-12-19T00:00:00Z.")
    private @Nullable Instant time;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Policy policy = PolicyFile.checked(file);
        List<Remark> remarks = new ArrayList<>(PolicyLint.of(policy));
        remarks.addAll(PolicyLint.with(
                policy,
                CheckCommand.everyScanner().descriptors().stream()
                        .map(ScannerDescriptor::id)
                        .toList()));
        if (time != null) {
            remarks.addAll(PolicyLint.at(policy, time));
        }
        if (tree != null) {
            remarks.addAll(PolicyLint.in(policy, TreePaths.of(tree)));
        }
        PrintWriter out = spec.commandLine().getOut();
        remarks.forEach(remark ->
                out.println(source(remark, policy) + (remark.position().isKnown() ? ":" : ": ") + remark));
        out.println(remarks.isEmpty() ? "no remark" : remarks.size() == 1 ? "1 remark" : remarks.size() + " remarks");
        return remarks.isEmpty() ? GateCli.ALLOW : GateCli.REVIEW;
    }

    /** The file that a remark is about: that of the layer which has the rule, if it is about an inherited one. */
    private String source(Remark remark, Policy policy) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(remark.rule()))
                .flatMap(rule ->
                        policy.layers().stream().filter(layer -> layer.name().equals(rule.layer())))
                .map(PolicyLayer::source)
                .findFirst()
                .orElse(file.toString());
    }
}
