package io.imprimatur.core.document;

import io.imprimatur.error.Problem;

/** Ends the reading of a document: past this problem nothing more can be said about it. Never leaves the package. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnreadableException(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
