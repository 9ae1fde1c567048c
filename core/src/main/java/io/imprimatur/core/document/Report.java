package io.imprimatur.core.document;

import io.imprimatur.error.Problem;
import java.util.function.Consumer;

/** Hands on what is wrong with a document, up to a number that a person would still read. */
final class Report {

    private static final int MOST = 100;

    private final String source;
    private final Consumer<Problem> problems;
    private int count;

    Report(String source, Consumer<Problem> problems) {
        this.source = source;
        this.problems = problems;
    }

    void add(Problem problem) {
        if (count++ == MOST) {
            throw new UnreadableException(Problem.of("more than " + MOST + " problems")
                    .at(problem.position())
                    .remedy("correct those above first"));
        }
        problems.accept(problem.in(source));
    }

    /** The problem that ended the reading; never one too many. */
    void end(UnreadableException end) {
        problems.accept(end.problem().in(source));
    }
}
