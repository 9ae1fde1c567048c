package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;

/** How much of a report may be kept while its results stream by: its rules, artifacts and so on. */
final class Budget {
    private static final int OVERHEAD = 64;

    private final long most;
    private long left;

    Budget(long characters) {
        most = characters;
        left = characters;
    }

    /** Keeps a text, cut where it is longer than it may be. */
    String keep(JsonStream json, String text, int longest) {
        String kept = text.length() <= longest ? text : text.substring(0, longest);
        left -= kept.length() + OVERHEAD;
        if (left < 0) {
            throw json.refuse(
                    "has more rules, artifacts and other parts outside of its results than are kept",
                    "more than " + most + " characters",
                    "split the report");
        }
        return kept;
    }
}
