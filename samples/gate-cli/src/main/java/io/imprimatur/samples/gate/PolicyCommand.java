package io.imprimatur.samples.gate;

import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns policies. */
@Command(name = "policy", description = "Works on policies.", mixinStandardHelpOptions = true)
final class PolicyCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "check",
            description = "Says everything that is wrong with a policy file.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "The policy file.") Path file) throws IOException {
        Policy policy = PolicyReader.read(CheckCommand.bytes(file), file.toString());
        if (spec != null) {
            spec.commandLine()
                    .getOut()
                    .println(policy.name() + " version " + policy.version() + ": "
                            + policy.rules().size() + " rules, no mistake");
        }
        return GateCli.ALLOW;
    }
}
