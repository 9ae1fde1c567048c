package io.imprimatur.core.scan;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;

/**
 * What may be said of something that a scanner threw: the name of its class, and of our own exceptions the code. Never its
 * message, which the scanner wrote and which may hold what it found.
 */
final class Failures {
    private static final int LONGEST = 200;

    private Failures() {}

    static String name(Throwable failure) {
        if (failure.getClass() == ImprimaturException.class) {
            ErrorCode code = ((ImprimaturException) failure).code();
            return ImprimaturException.class.getName() + " (" + code.id() + ")";
        }
        String name = failure.getClass().getName();
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
