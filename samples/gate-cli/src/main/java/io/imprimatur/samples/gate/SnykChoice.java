package io.imprimatur.samples.gate;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.SecretSource;
import io.imprimatur.snyk.SnykProvider;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether Snyk takes part, and how: it does where the policy names it or an option asks for it. */
final class SnykChoice {
    /** The one secret that a check has: the token of Snyk's service, read when a scan asks for it. */
    static final SecretSource SECRETS = name -> name.equals("snyk.token")
            ? Optional.ofNullable(System.getenv("SNYK_TOKEN"))
                    .filter(token -> !token.isBlank())
                    .map(String::toCharArray)
            : Optional.empty();

    private SnykChoice() {}

    /**
     * The scanners with Snyk, or without.
     *
     * @param others among which may be a report of it that was handed over under its id
     */
    static Scanners among(Scanners others, CheckCommand.@Nullable Snyk asked, Optional<Policy> judge, Path repository) {
        boolean named = judge.filter(policy -> policy.scanners().containsKey(SnykProvider.ID))
                .isPresent();
        boolean there =
                others.descriptors().stream().anyMatch(scanner -> scanner.id().equals(SnykProvider.ID));
        boolean takesPart = asked != null || (named && !there);
        return takesPart ? others.and(Scanners.of(provider(asked, repository))) : others;
    }

    private static SnykProvider provider(CheckCommand.@Nullable Snyk asked, Path repository) {
        Path root = repository.toAbsolutePath().normalize();
        SnykProvider.Builder builder = SnykProvider.builder().root(root.toString());
        if (asked != null && !asked.reports.isEmpty()) {
            asked.reports.forEach(report -> builder.report(ReportSource.of(report)));
            return builder.build();
        }
        String path = System.getenv("PATH");
        return builder.searchPath(SearchPath.of(path == null ? "" : path).without(root))
                .build();
    }
}
