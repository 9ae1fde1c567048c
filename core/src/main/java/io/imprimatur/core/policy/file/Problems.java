package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a policy's file, up to a number that a person would still read. */
public final class Problems {
    /** More are not listed. */
    public static final int MOST = 100;

    private final String source;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> elsewhere = new ArrayList<>();
    private final Set<Position> places = new HashSet<>();
    private @Nullable Problem more;
    private int count;

    /** None yet, of a file with this name. */
    public Problems(String source) {
        this.source = source;
    }

    /** What the document reader found. */
    public void addFromDocument(Problem problem) {
        places.add(problem.position());
        add(problem);
    }

    /** What the policy reader found; what the document reader already found at the same place explains it better. */
    public void addFromPolicy(Problem problem) {
        if (!places.contains(problem.position())) {
            add(problem);
        }
        count++;
    }

    /** What is wrong with a file that this one extends, or between the two; it knows its source and is told first. */
    void addElsewhere(Problem problem) {
        if (elsewhere.size() < MOST) {
            elsewhere.add(problem);
        }
        count++;
    }

    /** A value that breaks a rule; the rule completes the sentence "field must …". */
    public void refuse(Node node, String rule, @Nullable String remedy) {
        addFromPolicy(node.problem(rule).value(shown(node)).remedy(remedy));
    }

    /** How many the policy reader has met: where it rises, what was just read is not to be used. */
    public int count() {
        return count;
    }

    /** Whether nothing at all was found wrong. */
    public boolean isEmpty() {
        return found.isEmpty() && elsewhere.isEmpty();
    }

    /** All: those of other files, then in the order of the file; last, that there are more, if there are. */
    public List<Problem> inOrder() {
        List<Problem> ordered = new ArrayList<>(found);
        ordered.sort(
                Comparator.comparingInt((Problem problem) -> problem.position().line())
                        .thenComparingInt(problem -> problem.position().column()));
        if (more != null) {
            ordered.add(more);
        }
        ordered.addAll(0, elsewhere);
        return ordered;
    }

    private void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem.in(source));
        } else if (more == null) {
            more = Problem.of("more than " + MOST + " problems")
                    .in(source)
                    .at(problem.position())
                    .remedy("correct those above first");
        }
    }

    /** A node in a message: as it is written, where it is one value. */
    static String shown(Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        if (node instanceof Node.Number number) {
            return number.source();
        }
        return node instanceof Node.Flag flag ? Boolean.toString(flag.value()) : node.kind();
    }
}
