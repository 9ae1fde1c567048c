package io.imprimatur.kit;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One side of a {@link MemoryChange}. */
record MemoryTree(SortedMap<RepoPath, MemoryFile> files) implements Tree {
    @Override
    public List<RepoPath> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<TreeFile> file(RepoPath path) {
        return Optional.ofNullable(files.get(path)).map(file -> new TreeFile(path, file.mode(), file.size()));
    }

    @Override
    public byte[] read(RepoPath path, int limit) {
        MemoryFile file = files.get(path);
        if (file == null) {
            throw failure(ErrorCode.CONTENT_NOT_FOUND, path);
        }
        if (file.failure() != null) {
            throw failure(file.failure(), path);
        }
        if (file.size() > limit) {
            throw failure(ErrorCode.CONTENT_TOO_LARGE, path);
        }
        return file.content().clone();
    }

    private static ImprimaturException failure(ErrorCode code, RepoPath path) {
        return new ImprimaturException(code, Problem.of("cannot be read").in(path.text()));
    }
}
