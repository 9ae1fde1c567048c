package io.imprimatur.core.report;

import io.imprimatur.decision.Verdict;

/** How a piece of text looks on a terminal (ECMA-48, SGR). */
enum Ink {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    RED("1;31"),
    YELLOW("1;33"),
    GREEN("1;32"),
    BLUE("1;34");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> GREEN;
            case REVIEW -> YELLOW;
            case BLOCK -> RED;
        };
    }

    /** The text in this ink, and plain after it. */
    String on(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
