package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report but for its results.
 *
 * @param version as it is written; absent where it is not
 * @param runs in their order; none where the report has none, which is not the same as a run without results
 * @param doubts why the report as a whole may say something else than was read, each with its place; of these a version
 *     that is not 2.1.0
 */
public record SarifLog(@Nullable String version, List<SarifRun> runs, List<Problem> doubts) {
    public SarifLog {
        runs = Preconditions.copy(runs, "runs");
        doubts = Preconditions.copy(doubts, "doubts");
    }
}
