package io.imprimatur.snyk;

import io.imprimatur.error.Preconditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one project: a manifest, an image or what is in it, a file of infrastructure. Immutable.
 *
 * @param place where it stands in the report, for example {@code [2]}; empty at the root
 * @param name absent where it says none
 * @param target the file that was tested, as it is written; absent where it says none
 * @param folder where the tool stood, as it is written; absent where it does not say
 * @param inImage whether it is an image, or in one: its files are none of the repository
 * @param ok whether the tool calls it free of issues; absent where it does not say
 * @param error why it was not tested, in the tool's words, which may quote what it read; absent where it was
 * @param commits of which the issues are, where they say so; at most ten
 * @param entries how many entries the report has of it, but for those that are filtered out
 * @param issues what was found, each once
 */
record SnykProject(
        String place,
        @Nullable String name,
        @Nullable String target,
        @Nullable String folder,
        boolean inImage,
        @Nullable Boolean ok,
        @Nullable String error,
        List<String> commits,
        int entries,
        List<SnykIssue> issues) {
    public SnykProject {
        Preconditions.notNull(place, "place");
        commits = Preconditions.copy(commits, "commits");
        issues = Preconditions.copy(issues, "issues");
    }
}
