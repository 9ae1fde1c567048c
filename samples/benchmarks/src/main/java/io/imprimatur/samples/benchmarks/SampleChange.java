package io.imprimatur.samples.benchmarks;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Trailer;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of new files by an assistant, held in memory, for what is measured without a repository. */
final class SampleChange {
    private static final int LINES = 40;
    private static final byte[] TEXT =
            "int total = add(total, 1);\n".repeat(LINES).getBytes(StandardCharsets.UTF_8);

    /** Nobody scans here, so there is nothing to read. */
    static final ChangeContent CONTENT = new ChangeContent() {
        @Override
        public Tree base() {
            return Empty.TREE;
        }

        @Override
        public Tree head() {
            return Empty.TREE;
        }
    };

    private SampleChange() {}

    static Change of(int files) {
        List<ChangedFile> changed = new ArrayList<>();
        List<RepoPath> paths = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            RepoPath path = new RepoPath("src/auth/Login" + i + ".java");
            FileVersion after = new FileVersion(path, FileMode.REGULAR, Digest.of(TEXT), TEXT.length, false);
            LineRanges added = LineRanges.of(new LineRange(1, LINES));
            changed.add(new ChangedFile(ChangeStatus.ADDED, null, after, added, 0, true));
            paths.add(path);
        }
        Person author = new Person("Developer", "developer@example.com");
        List<Trailer> trailers = List.of(new Trailer("Assisted-by", "assistant:anthropic/claude-opus-4-5"));
        Commit commit =
                new Commit("2".repeat(40), author, author, List.of(), trailers, Instant.ofEpochSecond(0), paths);
        return new Change(
                "acme/shop",
                new Revision.OfCommit("1".repeat(40)),
                new Revision.OfCommit("2".repeat(40)),
                "main",
                List.of(commit),
                null,
                changed,
                List.of());
    }

    private enum Empty implements Tree {
        TREE;

        @Override
        public List<RepoPath> paths() {
            return List.of();
        }

        @Override
        public Optional<TreeFile> file(RepoPath path) {
            return Optional.empty();
        }

        @Override
        public byte[] read(RepoPath path, int limit) {
            throw new ImprimaturException(
                    ErrorCode.CONTENT_NOT_FOUND,
                    Problem.of("is not there").in(path.text()).remedy("this sample has no content"));
        }
    }
}
