package io.imprimatur.semgrep;

import io.imprimatur.change.LineRange;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that the tool says it did not do: an entry of {@code errors}, {@code skipped_rules}, {@code paths.skipped} or
 * {@code time.fixpoint_timeouts}. Its words are left behind, as they may quote code.
 *
 * @param kind where it stands
 * @param level {@code warn}, {@code error} or {@code info}; empty where it has none
 * @param type the tool's word for what happened
 * @param path the file that it is about; absent where it names none
 * @param rule the rule that it is about; absent where it names none
 * @param lines the stretches that it is about
 * @param aboutComment whether it is only about a comment that names a rule which is not there
 */
record Complaint(
        Kind kind,
        String level,
        String type,
        @Nullable String path,
        @Nullable String rule,
        List<LineRange> lines,
        boolean aboutComment) {

    /** The same with its rule named otherwise. */
    Complaint withRule(UnaryOperator<String> naming) {
        return rule == null ? this : new Complaint(kind, level, type, path, naming.apply(rule), lines, aboutComment);
    }

    enum Kind {
        ERROR,
        SKIPPED_RULE,
        SKIPPED_PATH,
        FIXPOINT
    }
}
