package io.imprimatur.snyk;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a change decides what becomes of an issue.
 *
 * @param policy whether it touches a {@code .snyk}
 * @param manifests whether it touches a file that may say on what a project depends
 * @param files where the files that it touches stand at head, or stood at base if they are gone
 */
record Touched(boolean policy, boolean manifests, SortedSet<RepoPath> files) {
    private static final String POLICY = ".snyk";

    static Touched by(Change change) {
        SortedSet<RepoPath> files = new TreeSet<>();
        for (ChangedFile file : change.files()) {
            files.add(file.path());
        }
        return new Touched(
                sides(change).anyMatch(path -> path.name().equals(POLICY)),
                sides(change).anyMatch(Manifests::mayMatter),
                files);
    }

    private static Stream<RepoPath> sides(Change change) {
        Stream<RepoPath> sides = change.files().stream()
                .flatMap(file -> Stream.of(Optional.ofNullable(file.before()), Optional.ofNullable(file.after())))
                .flatMap(Optional::stream)
                .map(FileVersion::path);
        return Stream.concat(sides, change.unread().stream().map(unread -> unread.path()));
    }

    /**
     * A finding at a file that the change does not touch counts as one that was there before. What a project depends on may
     * stand in other files too, so that holds where the change touches none of those.
     */
    boolean maySayWhatIsNew(RepoPath file) {
        return !manifests || files.contains(file);
    }
}
