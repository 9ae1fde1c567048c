package io.imprimatur.samples.gate;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.git.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The paths of the files of a folder, or of the commit at HEAD where the folder is a git repository. */
final class TreePaths {
    private TreePaths() {}

    static List<RepoPath> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw unreadable(folder, null);
        }
        if (Files.exists(folder.resolve(".git"))) {
            try (GitRepository git = GitRepository.open(folder)) {
                return git.tree("HEAD").paths();
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> pathIn(folder, file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException refused) {
            throw unreadable(folder, refused);
        }
    }

    private static ImprimaturException unreadable(Path folder, @Nullable Exception cause) {
        Problem problem = Problem.of("cannot be read as a folder")
                .in(folder.toString())
                .remedy("name a folder that is there and readable");
        return new ImprimaturException(ErrorCode.IO_FAILURE, List.of(problem), cause);
    }

    private static RepoPath pathIn(Path folder, Path file) {
        // With the slash of patterns, whatever this system has between folders.
        return new RepoPath(StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/")));
    }
}
