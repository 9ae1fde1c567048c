package io.imprimatur.samples.gate;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import io.imprimatur.secrets.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads policies. One that holds a secret is refused, and the secret is gone before anything could quote it. */
final class PolicyFile {
    /** Where a branch keeps its policy. */
    static final RepoPath PLACE = new RepoPath(".imprimatur/policy.yaml");

    private static final int MAX_BYTES = 1 << 20;

    private PolicyFile() {}

    /** A policy on disk. */
    static Policy read(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, null);
        }
        // One byte more than a policy may have: the reader then says that it is too large, and not more is held.
        try (var in = Files.newInputStream(file)) {
            return read(in.readNBytes(MAX_BYTES + 1), file.toString());
        } catch (IOException refused) {
            throw unreadable(file, refused);
        }
    }

    /** The policy of the branch that a change is meant for, where it has one. */
    static Optional<Policy> of(Tree target) {
        if (target.file(PLACE).isEmpty()) {
            return Optional.empty();
        }
        FileMode mode = target.file(PLACE).orElseThrow().mode();
        if (mode != FileMode.REGULAR && mode != FileMode.EXECUTABLE) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_POLICY,
                    Problem.of("must be an ordinary file")
                            .in(PLACE.text())
                            .value(mode)
                            .remedy("replace it on the target branch"));
        }
        return Optional.of(read(target.read(PLACE, MAX_BYTES), PLACE.text()));
    }

    private static Policy read(byte[] content, String name) {
        List<Problem> problems = new ArrayList<>();
        byte[] clean = new Redaction().document(content, secret -> problems.add(secret.in(name)));
        if (problems.isEmpty()) {
            return PolicyReader.read(content, name);
        }
        try {
            PolicyReader.read(clean, name);
        } catch (ImprimaturException others) {
            problems.addAll(others.problems());
        }
        problems.sort(Comparator.comparing(
                Problem::position, Comparator.comparingInt(Position::line).thenComparing(Position::column)));
        throw new ImprimaturException(ErrorCode.INVALID_POLICY, problems);
    }

    private static ImprimaturException unreadable(Path file, @Nullable IOException cause) {
        Problem problem =
                Problem.of("is not a readable file").in(file.toString()).remedy("name a policy file");
        return new ImprimaturException(ErrorCode.INVALID_POLICY, List.of(problem), cause);
    }
}
