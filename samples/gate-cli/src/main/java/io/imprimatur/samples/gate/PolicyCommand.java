package io.imprimatur.samples.gate;

import io.imprimatur.policy.Policy;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns policies. */
@Command(
        name = "policy",
        description = "Works on policies.",
        subcommands = {LintCommand.class, CasesCommand.class},
        mixinStandardHelpOptions = true)
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
}
