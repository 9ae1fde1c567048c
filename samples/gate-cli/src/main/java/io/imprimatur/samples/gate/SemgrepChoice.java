package io.imprimatur.samples.gate;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.policy.Policy;
import io.imprimatur.semgrep.SemgrepProvider;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether Semgrep takes part, and how: it does where the policy names it or an option asks for it. */
final class SemgrepChoice {
    private SemgrepChoice() {}

    /**
     * The scanners with Semgrep, or without.
     *
     * @param others among which may be a report of it that was handed over under its id
     */
    static Scanners among(
            Scanners others, CheckCommand.@Nullable Semgrep asked, Optional<Policy> judge, Path repository) {
        boolean named = judge.filter(policy -> policy.scanners().containsKey(SemgrepProvider.ID))
                .isPresent();
        boolean there =
                others.descriptors().stream().anyMatch(scanner -> scanner.id().equals(SemgrepProvider.ID));
        boolean takesPart = asked != null || (named && !there);
        return takesPart ? others.and(Scanners.of(provider(asked, repository))) : others;
    }

    private static SemgrepProvider provider(CheckCommand.@Nullable Semgrep asked, Path repository) {
        Path root = repository.toAbsolutePath().normalize();
        SemgrepProvider.Builder builder = SemgrepProvider.builder().root(root.toString());
        if (asked != null && asked.report != null) {
            return builder.report(ReportSource.of(asked.report)).build();
        }
        String path = System.getenv("PATH");
        return builder.searchPath(SearchPath.of(path == null ? "" : path).without(root))
                .build();
    }
}
