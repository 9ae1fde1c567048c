package io.imprimatur.samples.gate;

import io.imprimatur.core.handbook.Handbook;
import io.imprimatur.core.policy.PolicySchema;
import io.imprimatur.core.policy.WaiverReader;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Waiver;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            description = {
                "Says everything that is wrong with a policy file, and with those that it extends;"
                        + " of settings, what the scanners of a check refuse.",
                "What it extends is read from the same folder: NAME.yaml."
            },
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "The policy file.") Path file) {
        Policy policy = PolicyFile.checked(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(policy.name() + " version " + policy.version() + ": "
                + policy.rules().size() + " rules, no mistake");
        for (PolicyLayer layer : policy.layers()) {
            long rules = policy.rules().stream()
                    .filter(rule -> layer.name().equals(rule.layer()))
                    .count();
            out.println("  extends " + layer.name() + " version " + layer.version() + ": " + rules + " rules from "
                    + layer.source() + ", " + layer.digest());
        }
        return GateCli.ALLOW;
    }

    @Command(
            name = "waivers",
            description = {
                "Says everything that is wrong with a file of waivers; of each waiver, its digest.",
                "Who approves a waiver approves this digest."
            },
            mixinStandardHelpOptions = true)
    int waivers(@Parameters(paramLabel = "FILE", description = "The file of waivers.") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        for (Waiver waiver : WaiverFile.read(file)) {
            out.println(waiver.id() + " " + WaiverReader.digest(waiver));
        }
        return GateCli.ALLOW;
    }

    /** Of what there is a schema. */
    enum SchemaOf {
        POLICY,
        CASES,
        WAIVERS
    }

    @Command(
            name = "schema",
            description = "Prints the JSON Schema of the policy file, for editors; or of one with cases or waivers.",
            mixinStandardHelpOptions = true)
    int schema(
            @Option(
                            names = "--of",
                            paramLabel = "FILE",
                            defaultValue = "policy",
                            description = "policy, cases or waivers; default: ${DEFAULT-VALUE}.")
                    SchemaOf what,
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description = "Write the schema to this file instead of standard output.")
                    @Nullable
                    Path output) {
        String schema = switch (what) {
            case POLICY -> PolicySchema.json();
            case CASES -> PolicySchema.cases();
            case WAIVERS -> PolicySchema.waivers();
        };
        return put(schema, output);
    }

    /** How a handbook is written. */
    enum HandbookFormat {
        MARKDOWN,
        HTML
    }

    @Command(
            name = "handbook",
            description = "Prints a policy as a document for people who do not read its file.",
            mixinStandardHelpOptions = true)
    int handbook(
            @Parameters(paramLabel = "FILE", description = "The policy file.") Path file,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "markdown",
                            description = "markdown or html; default: ${DEFAULT-VALUE}.")
                    HandbookFormat format,
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description = "Write the handbook to this file instead of standard output.")
                    @Nullable
                    Path output) {
        Policy policy = PolicyFile.read(file, PolicyFile.beside(file));
        return put(format == HandbookFormat.HTML ? Handbook.html(policy) : Handbook.markdown(policy), output);
    }

    private int put(String text, @Nullable Path output) {
        Report report = new Report(text);
        if (output == null) {
            report.print(spec.commandLine().getOut());
        } else {
            report.write(output);
        }
        return GateCli.ALLOW;
    }
}
