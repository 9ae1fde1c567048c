package io.imprimatur.core.policy.cases;

import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cases of a policy, YAML or JSON. The format is described in {@code samples/docs/policy-checks.md}. A file is
 * read as a whole or refused as a whole, with everything that is wrong with it. Pure and thread-safe.
 */
public final class PolicyCases {
    /** The most cases that a file may have. */
    public static final int MOST = CaseVocabulary.MOST;

    private final Problems problems;
    private final Values values;
    private final GivenReader given;
    private final ExpectReader expected;
    private final Map<String, Position> names = new HashMap<>();

    private PolicyCases(Problems problems, Policy policy) {
        this.problems = problems;
        values = new Values(problems);
        given = new GivenReader(problems, values, policy);
        expected = new ExpectReader(problems, values, policy);
    }

    /**
     * Reads cases.
     *
     * @param content the bytes of the file, UTF-8
     * @param source the name of the file, for problems; one that ends in {@code .json} holds JSON, any other YAML
     * @param policy the policy that they are about
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} with everything that is wrong, in the order of the
     *     file
     */
    public static List<PolicyCase> read(byte[] content, String source, Policy policy) {
        Problems problems = new Problems(source);
        Format format = source.endsWith(".json") ? Format.JSON : Format.YAML;
        Optional<Node> root = DocumentReader.read(content, format, source, Limits.WRITTEN, problems::addFromDocument);
        List<PolicyCase> cases =
                root.map(node -> new PolicyCases(problems, policy).cases(node)).orElse(List.of());
        if (!problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_DOCUMENT, problems.inOrder());
        }
        return cases;
    }

    private List<PolicyCase> cases(Node root) {
        Section section = Section.of(root, CaseVocabulary.FILE, problems);
        Node list = section == null ? null : section.get("cases");
        if (section == null || list == null) {
            return List.of();
        }
        if (!(list instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
            problems.refuse(list, "must be a list of cases, at least one", "begin each case with a hyphen");
            return List.of();
        }
        if (sequence.items().size() > MOST) {
            problems.addFromPolicy(sequence.items()
                    .get(MOST)
                    .problem("more than " + MOST + " cases")
                    .remedy("put them into several files"));
            return List.of();
        }
        Section shared = shared(section.get("given"));
        List<PolicyCase> cases = new ArrayList<>();
        for (Node item : sequence.items()) {
            PolicyCase read = read(item, shared);
            if (read != null) {
                cases.add(read);
            }
        }
        return cases;
    }

    /** What is given to every case; read once by itself, so that its mistakes are told once. */
    private @Nullable Section shared(@Nullable Node node) {
        int before = problems.count();
        Section section = node == null ? null : given.section(node);
        if (section != null) {
            given.read(null, section);
        }
        return problems.count() == before ? section : null;
    }

    private @Nullable PolicyCase read(Node node, @Nullable Section shared) {
        Section section = Section.of(node, CaseVocabulary.CASE, problems);
        if (section == null) {
            return null;
        }
        int before = problems.count();
        Node named = section.get("case");
        String name = values.words(named, 1000);
        Position earlier = name == null ? null : names.putIfAbsent(name, node.position());
        if (named != null && earlier != null) {
            problems.refuse(
                    named, "must be unique: the case at line " + earlier.line() + " has it", "name one otherwise");
        }
        Node own = section.get("given");
        Section ownSection = own == null ? null : given.section(own);
        GivenReader.Given read = given.read(ownSection, shared);
        Node expect = section.get("expect");
        Expectation expectation = expect == null ? null : expected.read(expect);
        if (problems.count() != before || name == null || expectation == null) {
            return null;
        }
        try {
            return new PolicyCase(name, node.position(), read.assessment(), expectation);
        } catch (ImprimaturException impossible) {
            for (Problem problem : impossible.problems()) {
                problems.addFromPolicy(
                        node.problem(problem.message()).value(problem.value()).remedy(problem.remedy()));
            }
            return null;
        }
    }
}
