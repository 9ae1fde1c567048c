package io.imprimatur.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long the runs of one program took, in milliseconds from start to exit. */
record Timing(String name, List<Long> milliseconds) {
    Timing {
        List<Long> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        milliseconds = List.copyOf(sorted);
    }

    long median() {
        return milliseconds.get(milliseconds.size() / 2);
    }

    /** One line: least, median, most, and the median against another's. */
    String against(Timing bare) {
        return String.format(
                Locale.ROOT,
                "%-44s %7d %7d %7d   %+7d %6.1f",
                name,
                milliseconds.get(0),
                median(),
                milliseconds.get(milliseconds.size() - 1),
                median() - bare.median(),
                median() / (double) Math.max(1, bare.median()));
    }

    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-44s %7s %7s %7s   %7s %6s",
                "ms, whole process",
                "min",
                "median",
                "max",
                "- bare",
                "/ bare");
    }
}
