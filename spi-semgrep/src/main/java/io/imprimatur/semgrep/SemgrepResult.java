package io.imprimatur.semgrep;

import io.imprimatur.core.intake.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as it stands in a report, unchecked and unclean.
 *
 * @param rule its {@code check_id}, never empty
 * @param path the file as the tool spells it; absent where it names none
 * @param severity the tool's word for it; absent where there is none
 * @param message what its rule says, in which the tool may have quoted the code
 * @param category {@code metadata.category}
 * @param confidence {@code metadata.confidence}, or a number from the service
 * @param cwe {@code metadata.cwe}, each as {@code CWE-89} or with words behind it
 * @param words further words of its metadata that tell what it is about
 * @param fix the code that would take its place
 * @param ignored whether the tool saw a comment that suppresses it; absent where it does not say
 * @param triaged whether people who work with the service decided that it does not count
 * @param validated whether the tool looked whether a secret is live, which tells that it is one
 * @param metavariables the code that stands for the rule's variables
 * @param trace how data flows from its source to its sink
 */
record SemgrepResult(
        String rule,
        @Nullable String path,
        Region region,
        @Nullable String severity,
        String message,
        @Nullable String category,
        @Nullable String confidence,
        List<String> cwe,
        List<String> words,
        @Nullable String fix,
        @Nullable Boolean ignored,
        boolean triaged,
        boolean validated,
        List<String> metavariables,
        List<Step> trace) {

    /** A place on the way of data. */
    record Step(Kind kind, @Nullable String path, int line) {
        enum Kind {
            SOURCE,
            THROUGH,
            SINK
        }
    }
}
