package io.imprimatur.samples.gate;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.cases.PolicyCase;
import io.imprimatur.core.policy.cases.PolicyCases;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.PolicySource;
import io.imprimatur.secrets.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads policies. One that holds a secret is refused, and the secret is gone before anything could quote it. */
final class PolicyFile {
    /** Where a branch keeps its policy. */
    static final RepoPath PLACE = new RepoPath(".imprimatur/policy.yaml");

    private static final RepoPath AS_JSON = new RepoPath(".imprimatur/policy.json");

    /** Where people look for one that is not read: to pass it over would decide by the starter policy. */
    private static final RepoPath MISNAMED = new RepoPath(".imprimatur/policy.yml");

    private static final int MAX_BYTES = 1 << 20;

    private PolicyFile() {}

    /** A policy on disk. */
    static Policy read(Path file, PolicySource layers) {
        return read(document(file, "policy file"), layers);
    }

    /** A policy on disk with what it extends, whose settings the scanners accept that a check has. */
    static Policy checked(Path file) {
        Policy policy = read(file, beside(file));
        // The outermost first: a setting is told where it stands, not where it is inherited.
        for (PolicyLayer layer : policy.layers()) {
            Path source = Path.of(layer.source());
            checkSettings(read(source, beside(source)), layer.source());
        }
        checkSettings(policy, file.toString());
        return policy;
    }

    private static void checkSettings(Policy policy, String source) {
        ScanRunner.builder(CheckCommand.scanners(policy))
                .policy(policy, source)
                .build()
                .close();
    }

    /** The policy of the branch that a change is meant for, where it has one. */
    static Optional<Policy> of(Tree target, PolicySource layers) {
        return of(target).map(found -> read(found, layers));
    }

    /** The file in which a branch keeps its policy, where it has one. */
    static Optional<PolicyDocument> of(Tree target) {
        if (target.file(MISNAMED).isPresent()) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_POLICY,
                    Problem.of("is not where a policy is looked for")
                            .in(MISNAMED.text())
                            .remedy("rename it to policy.yaml on the target branch"));
        }
        return document(target, PLACE, AS_JSON, ErrorCode.INVALID_POLICY);
    }

    /** An ordinary file of a branch in YAML or in JSON, where it has one; never both. */
    static Optional<PolicyDocument> document(Tree target, RepoPath yaml, RepoPath json, ErrorCode code) {
        Optional<PolicyDocument> one = document(target, yaml);
        Optional<PolicyDocument> other = document(target, json);
        if (one.isPresent() && other.isPresent()) {
            throw new ImprimaturException(
                    code,
                    Problem.of("must not stand beside " + yaml.text())
                            .in(json.text())
                            .remedy("keep one of the two, on the target branch"));
        }
        return one.or(() -> other);
    }

    /** The policies that a branch keeps beside its own, each in a file of its name. */
    static PolicySource layers(Tree target) {
        return name ->
                document(target, new RepoPath(".imprimatur/" + name + ".yaml")).map(PolicyFile::withoutSecrets);
    }

    /** Policies on disk, by name. */
    static PolicySource layers(Map<String, Path> files) {
        return name -> Optional.ofNullable(files.get(name)).map(file -> withoutSecrets(document(file, "policy file")));
    }

    /** The policies beside a file, each in a file of its name. */
    static PolicySource beside(Path file) {
        return name -> Optional.of(file.resolveSibling(name + ".yaml"))
                .filter(Files::exists)
                .map(layer -> withoutSecrets(document(layer, "policy file")));
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
                document(file, "file with cases"),
                ErrorCode.INVALID_DOCUMENT,
                (content, name) -> PolicyCases.read(content, name, policy));
    }

    /**
     * A file on disk.
     *
     * @param kind what it should be, for whoever names another
     */
    static PolicyDocument document(Path file, String kind) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, kind, null);
        }
        // One byte more than a policy may have: the reader then says that it is too large, and not more is held.
        try (var in = Files.newInputStream(file)) {
            return new PolicyDocument(file.toString(), in.readNBytes(MAX_BYTES + 1));
        } catch (IOException refused) {
            throw unreadable(file, kind, refused);
        }
    }

    /** An ordinary file of a branch, where it has one. */
    static Optional<PolicyDocument> document(Tree target, RepoPath path) {
        if (target.file(path).isEmpty()) {
            return Optional.empty();
        }
        FileMode mode = target.file(path).orElseThrow().mode();
        if (mode != FileMode.REGULAR && mode != FileMode.EXECUTABLE) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_POLICY,
                    Problem.of("must be an ordinary file")
                            .in(path.text())
                            .value(mode)
                            .remedy("replace it on the target branch"));
        }
        return Optional.of(new PolicyDocument(path.text(), target.read(path, MAX_BYTES)));
    }

    private static Policy read(PolicyDocument document, PolicySource layers) {
        return read(document, ErrorCode.INVALID_POLICY, (content, name) -> PolicyReader.read(content, name, layers));
    }

    private static <T> T read(PolicyDocument document, ErrorCode code, BiFunction<byte[], String, T> reader) {
        List<Problem> problems = new ArrayList<>();
        byte[] clean = clean(document, problems);
        try {
            T read = reader.apply(clean, document.source());
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

    /** The same, unless it holds a secret. */
    static PolicyDocument withoutSecrets(PolicyDocument document) {
        List<Problem> problems = new ArrayList<>();
        clean(document, problems);
        if (!problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_POLICY, problems);
        }
        return document;
    }

    /** The content without secrets: the same where it holds none. */
    private static byte[] clean(PolicyDocument document, List<Problem> problems) {
        byte[] clean =
                new Redaction().document(document.content(), secret -> problems.add(secret.in(document.source())));
        return problems.isEmpty() ? document.content() : clean;
    }

    private static ImprimaturException unreadable(Path file, String kind, @Nullable IOException cause) {
        Problem problem =
                Problem.of("is not a readable file").in(file.toString()).remedy("name a " + kind);
        return new ImprimaturException(ErrorCode.INVALID_POLICY, List.of(problem), cause);
    }
}
