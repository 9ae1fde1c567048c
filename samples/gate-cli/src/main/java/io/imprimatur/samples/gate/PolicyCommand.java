package io.imprimatur.samples.gate;

import io.imprimatur.core.policy.lint.PolicyLint;
import io.imprimatur.core.policy.lint.Remark;
import io.imprimatur.policy.Policy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns policies. */
@Command(name = "policy", description = "Works on policies.", mixinStandardHelpOptions = true)
final class PolicyCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "check",
            description = "Says everything that is wrong with a policy file.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "The policy file.") Path file) {
        Policy policy = PolicyFile.read(file);
        spec.commandLine()
                .getOut()
                .println(policy.name() + " version " + policy.version() + ": "
                        + policy.rules().size() + " rules, no mistake");
        return GateCli.ALLOW;
    }

    @Command(
            name = "lint",
            description =
                    "Says what the author of a policy will hardly have meant; ends with 10 where there is something.",
            mixinStandardHelpOptions = true)
    int lint(
            @Parameters(paramLabel = "FILE", description = "The policy file.") Path file,
            @Option(
                            names = "--tree",
                            paramLabel = "DIR",
                            description =
                                    "Say too which patterns match no file of this folder; of a git repository, of HEAD.")
                    @Nullable
                    Path tree,
            @Option(
                            names = "--time",
                            paramLabel = "TIME",
                            description = "Say too which freezes are over at a time, such as 2026-12-19T00:00:00Z.")
                    @Nullable
                    Instant time) {
        Policy policy = PolicyFile.read(file);
        List<Remark> remarks = new ArrayList<>(PolicyLint.of(policy));
        if (time != null) {
            remarks.addAll(PolicyLint.at(policy, time));
        }
        if (tree != null) {
            remarks.addAll(PolicyLint.in(policy, TreePaths.of(tree)));
        }
        PrintWriter out = spec.commandLine().getOut();
        remarks.forEach(remark -> out.println(file + (remark.position().isKnown() ? ":" : ": ") + remark));
        out.println(remarks.isEmpty() ? "no remark" : remarks.size() == 1 ? "1 remark" : remarks.size() + " remarks");
        return remarks.isEmpty() ? GateCli.ALLOW : GateCli.REVIEW;
    }
}
