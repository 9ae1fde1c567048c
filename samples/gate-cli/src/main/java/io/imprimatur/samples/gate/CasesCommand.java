package io.imprimatur.samples.gate;

import io.imprimatur.core.policy.cases.CaseReport;
import io.imprimatur.core.policy.cases.CaseRun;
import io.imprimatur.policy.Policy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases of policies. */
@Command(
        name = "test",
        description = {
            "Runs the cases that stand beside policies: those of policy.yaml in policy.tests.yaml.",
            "Ends with 20 where a case fails, or where fewer rules held in a case than --coverage asks for."
        },
        mixinStandardHelpOptions = true)
final class CasesCommand implements Callable<Integer> {
    enum Form {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The policy files.")
    private List<Path> files = List.of();

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "The cases, where they do not stand beside the policy.")
    private @Nullable Path cases;

    @Option(
            names = "--coverage",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "How many of a hundred rules have to hold in a case; default: ${DEFAULT-VALUE}.")
    private int coverage;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Form format = Form.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean many = files.size() > 1;
        if (many && (cases != null || format == Form.JSON)) {
            throw new ParameterException(spec.commandLine(), "--cases and --format json are for one policy");
        }
        if (coverage < 0 || coverage > 100) {
            throw new ParameterException(spec.commandLine(), "--coverage must be from 0 to 100");
        }
        boolean passed = true;
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files) {
            Path source = cases == null ? PolicyFile.casesBeside(file) : cases;
            Policy policy = PolicyFile.read(file, PolicyFile.beside(file));
            CaseRun run = CaseRun.of(policy, PolicyFile.cases(source, policy));
            out.print(format == Form.TEXT ? CaseReport.text(run, source.toString()) : CaseReport.json(run));
            boolean enough = run.coverage().percent() >= coverage;
            if (!enough) {
                PrintWriter err = spec.commandLine().getErr();
                err.println(file + ": " + run.coverage().percent() + " % of the rules held in a case, and " + coverage
                        + " % have to");
            }
            passed &= enough && run.failed().isEmpty();
        }
        out.flush();
        return passed ? GateCli.ALLOW : GateCli.BLOCK;
    }
}
