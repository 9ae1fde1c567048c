package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program that looks at a folder of files and writes SARIF. Immutable and thread-safe.
 *
 * <p>It is run on copies of the files that the change leaves behind, in a private folder, and with nothing in its
 * environment but what is named here. A file whose name means something to the tool, such as its configuration or its list
 * of files to ignore, would be a way for the change to tell the tool what not to look at: name it in {@code reserved}, and it
 * lies there under another name.
 *
 * @param executable absolute
 * @param arguments in which {@value #FILES} stands for the folder of the files and {@value #REPORT} for the file to write the
 *     report to; where no argument has the latter, the report is what the program writes to its standard output
 * @param environment all that the program finds in its environment
 * @param statuses the exit statuses that mean that it did its work; with any other its answer is kept and not believed to be
 *     complete
 * @param reserved names of files, in lower case, that mean something to the tool
 */
public record SarifCommand(
        Path executable,
        List<String> arguments,
        SortedMap<String, String> environment,
        Set<Integer> statuses,
        Set<String> reserved) {

    /** Stands for the folder of the files. */
    public static final String FILES = "{files}";

    /** Stands for the file to write the report to. */
    public static final String REPORT = "{report}";

    public SarifCommand {
        Preconditions.notNull(executable, "executable");
        Preconditions.check(executable.isAbsolute(), "executable", executable, "must be absolute");
        arguments = Preconditions.copy(arguments, "arguments");
        environment =
                Collections.unmodifiableSortedMap(new TreeMap<>(Preconditions.notNull(environment, "environment")));
        statuses = Set.copyOf(Preconditions.copy(statuses, "statuses"));
        reserved = Set.copyOf(Preconditions.copy(reserved, "reserved"));
    }

    /** A program that ends with 0 where it found nothing and with 1 where it found something, as most do. */
    public static SarifCommand of(Path executable, String... arguments) {
        return new SarifCommand(executable, List.of(arguments), new TreeMap<>(), Set.of(0, 1), Set.of());
    }

    /** The same with a variable in its environment. */
    public SarifCommand withEnvironment(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(environment);
        all.put(Preconditions.notNull(name, "name"), Preconditions.notNull(value, "value"));
        return new SarifCommand(executable, arguments, all, statuses, reserved);
    }

    /** The same with other exit statuses that mean that it did its work. */
    public SarifCommand withStatuses(Integer... some) {
        return new SarifCommand(executable, arguments, environment, Set.copyOf(List.of(some)), reserved);
    }

    /** The same with names of files that mean something to the tool. */
    public SarifCommand withReserved(String... names) {
        return new SarifCommand(executable, arguments, environment, statuses, Set.copyOf(List.of(names)));
    }

    boolean writesFile() {
        return arguments.stream().anyMatch(argument -> argument.contains(REPORT));
    }

    /** A value of the environment may be a secret. */
    @Override
    public String toString() {
        return executable + " with " + arguments.size() + " arguments";
    }
}
