package io.imprimatur.core.sarif;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.tool.LaidOutFiles;
import io.imprimatur.finding.Category;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How results become findings.
 *
 * @param roots the folders, absolute, where the tool saw the root of the repository
 * @param tool the name that the tool must have, in any case; absent where any tool will do
 * @param categories those that the scanner declares
 * @param files the copies at which the tool looked; absent where it looked at the repository itself
 */
record SarifSettings(
        List<String> roots,
        @Nullable String tool,
        List<Category> categories,
        @Nullable LaidOutFiles files) {

    /** The same for a tool that looks at copies. */
    SarifSettings in(LaidOutFiles copies) {
        return new SarifSettings(List.of(copies.root().toString()), tool, categories, copies);
    }

    PathMapping mapping(Predicate<RepoPath> exists) {
        LaidOutFiles copies = files;
        return new PathMapping(
                roots, copies == null ? exists : path -> copies.files().containsKey(path.text()));
    }

    /** The file of the repository that a file is at which the tool looked. */
    Optional<RepoPath> original(RepoPath seen) {
        return files == null
                ? Optional.of(seen)
                : Optional.ofNullable(files.files().get(seen.text()));
    }
}
