package io.imprimatur.core.json.codec;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, up to a number that a person would still read. Not thread-safe. */
public final class Refusals {
    private static final int MOST = 100;

    private final String source;
    private final List<Problem> problems = new ArrayList<>();
    private int count;

    /** Nothing yet, of a document with this name. */
    public Refusals(String source) {
        this.source = source;
    }

    /** Notes a problem of the document. */
    public void add(Problem problem) {
        if (count++ < MOST) {
            problems.add(problem.in(source));
        }
    }

    /** How many were noted: where it rises, what was just read is not to be used. */
    int count() {
        return count;
    }

    /** What was noted, as far as it is kept. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Refuses the document if anything was noted.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} with every problem
     */
    public void check() {
        if (count > MOST) {
            problems.add(
                    Problem.of((count - MOST) + " more problems").in(source).remedy("correct those above first"));
        }
        if (count > 0) {
            throw new ImprimaturException(ErrorCode.INVALID_DOCUMENT, problems);
        }
    }
}
