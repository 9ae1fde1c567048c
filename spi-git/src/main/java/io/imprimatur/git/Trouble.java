package io.imprimatur.git;

/** The errors of this module. */
final class Trouble {
    private Trouble() {}

    static RuntimeException refused(String what, String remedy) {
        return new IllegalStateException(what + "; " + remedy);
    }
}
