package io.imprimatur.samples.gate;

import io.imprimatur.error.ImprimaturException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/**
 * The gate as a program. Exit status: 0 allow, 10 review, 20 block, 2 wrong usage, 3 could not decide. Standard output
 * carries the report alone; everything else goes to standard error.
 */
@Command(
        name = "imprimatur",
        description = "Decides whether a change may go on, and says why.",
        version = "imprimatur " + GateCli.VERSION,
        mixinStandardHelpOptions = true)
public final class GateCli {
    static final String VERSION = "0.1.0";

    /** It was decided: allow. Also: what was asked was done. */
    static final int ALLOW = 0;

    static final int USAGE = 2;
    static final int UNDECIDED = 3;
    static final int REVIEW = 10;
    static final int BLOCK = 20;

    private GateCli() {}

    /** Runs a command and ends the program with its exit status. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return program(arguments)
                .setOut(redacting(out))
                .setErr(redacting(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, GateCli::path)
                .registerConverter(Instant.class, GateCli::time)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("error: " + message(failure));
                    return UNDECIDED;
                })
                .execute(arguments);
    }

    /** With the commands that the arguments may mean. */
    static CommandLine program(String... arguments) {
        CommandLine program = new CommandLine(new GateCli());
        commands(arguments).forEach(program::addSubcommand);
        return program;
    }

    /** To read the options of a command takes time, and a check should take little. */
    private static List<Object> commands(String... arguments) {
        boolean check = arguments.length > 0 && arguments[0].equals("check");
        return check
                ? List.of(new CheckCommand())
                : List.of(new CheckCommand(), new PolicyCommand(), new InitCommand(), new DemoCommand());
    }

    /** A path would lose a slash of a URL, and a password in it would not be known as one any more. */
    private static Path path(String text) {
        if (text.contains("://")) {
            throw new TypeConversionException("must be a path on this machine, not a URL");
        }
        return Path.of(text);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new TypeConversionException("must be a time such as 2027-01-31T12:00:00Z, but was: " + text);
        }
    }

    /** The last door: what a report or a policy let through, an argument or the name of a folder may still hold. */
    private static PrintWriter redacting(PrintWriter writer) {
        return new PrintWriter(new RedactingWriter(writer), true);
    }

    /** Our own errors speak for themselves; of any other only the kind is told, as its message might hold anything. */
    private static String message(Exception failure) {
        return failure instanceof ImprimaturException
                ? String.valueOf(failure.getMessage())
                : "unexpected " + failure.getClass().getName() + "; please report it";
    }
}
