package io.imprimatur.samples.gate;

import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the starter policy into a repository. */
@Command(
        name = "init",
        description = "Writes a commented starter policy to .imprimatur/policy.yaml.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--repo",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The repository; default: ${DEFAULT-VALUE} (this folder).")
    private Path repository = Path.of(".");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path file = repository.resolve(".imprimatur").resolve("policy.yaml");
        Files.createDirectories(repository.resolve(".imprimatur"));
        try {
            Files.write(file, StarterPolicy.content(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE,
                    Problem.of("is there already").in(file.toString()).remedy("edit it, or remove it first"));
        }
        spec.commandLine().getOut().println("wrote " + file);
        return GateCli.ALLOW;
    }
}
