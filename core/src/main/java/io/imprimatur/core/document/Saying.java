package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to tell the writer of a file where a parser's complaint contains a fragment. */
record Saying(String fragment, String reason, String remedy) {

    /** The first that fits a complaint. */
    static @Nullable Saying find(List<Saying> sayings, @Nullable String complaint) {
        for (Saying saying : sayings) {
            if (complaint != null && complaint.contains(saying.fragment())) {
                return saying;
            }
        }
        return null;
    }

    UnreadableException at(Position position) {
        return new UnreadableException(Problem.of(reason).at(position).remedy(remedy));
    }
}
