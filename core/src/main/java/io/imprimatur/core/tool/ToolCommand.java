package io.imprimatur.core.tool;

import io.imprimatur.error.Preconditions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to run. Immutable and thread-safe.
 *
 * <p>{@link #toString} names the program and how many arguments it gets, nothing else: a value of the environment may be a
 * secret.
 *
 * @param executable the program, absolute
 * @param arguments each reaches the program as it stands; none holds NUL
 * @param environment all that the program finds in its environment, but for {@code TMPDIR}, which is its private folder
 * @param folder the private folder; also what tells the program's children, wherever they went
 * @param workingFolder where the program stands; within the private folder
 */
public record ToolCommand(
        Path executable,
        List<String> arguments,
        SortedMap<String, String> environment,
        TemporaryFolder folder,
        Path workingFolder) {

    static final String PRIVATE_FOLDER = "TMPDIR";

    public ToolCommand {
        Preconditions.notNull(executable, "executable");
        Preconditions.check(executable.isAbsolute(), "executable", executable, "must be absolute");
        arguments = Preconditions.copy(arguments, "arguments");
        arguments.forEach(argument ->
                Preconditions.check(argument.indexOf('\0') < 0, "arguments", "an argument", "must not hold NUL"));
        environment =
                Collections.unmodifiableSortedMap(new TreeMap<>(Preconditions.notNull(environment, "environment")));
        environment.forEach(ToolCommand::checkVariable);
        Preconditions.notNull(folder, "folder");
        Preconditions.notNull(workingFolder, "workingFolder");
        Preconditions.check(
                workingFolder.normalize().startsWith(folder.path()),
                "workingFolder",
                workingFolder,
                "must lie within the private folder");
    }

    /** A program without arguments, in an empty environment, that stands in its private folder. */
    public static ToolCommand of(Path executable, TemporaryFolder folder) {
        Preconditions.notNull(folder, "folder");
        return new ToolCommand(executable, List.of(), new TreeMap<>(), folder, folder.path());
    }

    /** The same with further arguments. */
    public ToolCommand with(String... more) {
        return with(List.of(Preconditions.notNull(more, "arguments")));
    }

    /** The same with further arguments. */
    public ToolCommand with(List<String> more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(Preconditions.copy(more, "arguments"));
        return new ToolCommand(executable, all, environment, folder, workingFolder);
    }

    /** The same with a variable in its environment. */
    public ToolCommand withEnvironment(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(environment);
        all.put(Preconditions.notNull(name, "name"), Preconditions.notNull(value, "value"));
        return new ToolCommand(executable, arguments, all, folder, workingFolder);
    }

    /** The same standing elsewhere in its private folder. */
    public ToolCommand in(Path newWorkingFolder) {
        return new ToolCommand(executable, arguments, environment, folder, newWorkingFolder);
    }

    @Override
    public String toString() {
        return executable + " with " + arguments.size() + " arguments";
    }

    /** The value is never part of the message. */
    private static void checkVariable(String name, String value) {
        Preconditions.check(
                !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0,
                "environment",
                name,
                "must be a name without = and NUL");
        Preconditions.check(
                !name.equals(PRIVATE_FOLDER), "environment", name, "is set to the private folder, and to nothing else");
        Preconditions.check(value.indexOf('\0') < 0, "environment", name, "must have a value without NUL");
    }
}
