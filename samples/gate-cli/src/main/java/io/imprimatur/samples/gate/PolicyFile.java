package io.imprimatur.samples.gate;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.cases.PolicyCase;
import io.imprimatur.core.policy.cases.PolicyCases;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads policies. One that holds a secret is refused, and the secret is gone before anything could quote it. */
final class PolicyFile {
    /** Where a branch keeps its policy. */
    static final RepoPath PLACE = new RepoPath(".imprimatur/policy.yaml");

    private static final int MAX_BYTES = 1 << 20;

    private PolicyFile() {}

    /** A policy on disk. */
    static Policy read(Path file) {
        return read(content(file, "policy file"), file.toString());
    }

    /** Where the cases of a policy stand: those of {@code policy.yaml} in {@code policy.tests.yaml} beside it. */
    static Path casesBeside(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        int dot = text.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? text : text.substring(0, dot)) + ".tests.yaml");
    }

    /** The cases of a policy, on disk. */
    static List<PolicyCase> cases(Path file, Policy policy) {
        return read(
                content(file, "file with cases"),
                file.toString(),
                ErrorCode.INVALID_DOCUMENT,
                (content, name) -> PolicyCases.read(content, name, policy));
    }

    private static byte[] content(Path file, String kind) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, kind, null);
        }
        // One byte more than a policy may have: the reader then says that it is too large, and not more is held.
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException refused) {
            throw unreadable(file, kind, refused);
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
        return read(content, name, ErrorCode.INVALID_POLICY, PolicyReader::read);
    }

    private static <T> T read(byte[] content, String name, ErrorCode code, BiFunction<byte[], String, T> reader) {
        List<Problem> problems = new ArrayList<>();
        byte[] clean = new Redaction().document(content, secret -> problems.add(secret.in(name)));
        try {
            T read = reader.apply(clean, name);
            if (problems.isEmpty()) {
                return read;
            }
        } catch (ImprimaturException others) {
            if (problems.isEmpty()) {
                throw others;
            }
            problems.addAll(others.problems());
        }
        problems.sort(Comparator.comparing(
                Problem::position, Comparator.comparingInt(Position::line).thenComparing(Position::column)));
        throw new ImprimaturException(code, problems);
    }

    private static ImprimaturException unreadable(Path file, String kind, @Nullable IOException cause) {
        Problem problem =
                Problem.of("is not a readable file").in(file.toString()).remedy("name a " + kind);
        return new ImprimaturException(ErrorCode.INVALID_POLICY, List.of(problem), cause);
    }
}
