package io.imprimatur.core.arbitrary;

import io.imprimatur.change.Change;
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
import io.imprimatur.change.UnreadPath;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Changes and what they are made of. The paths are few, so that files, findings and patterns meet. */
public final class Changes {
    private static final List<RepoPath> PATHS = List.of(
            RepoPath.of("README.md"),
            RepoPath.of("src/auth/Login.java"),
            RepoPath.of("src/auth/Token.java"),
            RepoPath.of("src/pay/Card.java"),
            RepoPath.of("docs/guide.md"),
            RepoPath.of("docs/a b \"c\".md"),
            RepoPath.of("caf\u00e9/\ud83d\ude80.txt"),
            RepoPath.of("back\\slash"),
            RepoPath.ofBytes(new byte[] {'c', 'a', 'f', (byte) 0xe9}),
            RepoPath.ofBytes(new byte[] {'a', '\n', 7, (byte) 0xff, (byte) 0xfe}),
            RepoPath.of(".imprimatur/policy.yaml"),
            RepoPath.of("deep/".repeat(20) + "file"));

    private Changes() {}

    /** Any change, of a few files. */
    public static Arbitrary<Change> any() {
        return Combinators.combine(
                        Texts.any(100),
                        revisions(),
                        revisions(),
                        Arbitraries.of("main", "release/1", "feature").injectNull(0.2),
                        commits().list().ofMaxSize(3),
                        persons().injectNull(0.5),
                        files().list().uniqueElements(ChangedFile::path).ofMaxSize(6),
                        unread().list().ofMaxSize(2))
                .as(Change::new)
                .withoutEdgeCases();
    }

    /** Any path. */
    public static Arbitrary<RepoPath> paths() {
        return Arbitraries.of(PATHS);
    }

    /** Any digest, few of them. */
    public static Arbitrary<Digest> digests() {
        return Arbitraries.integers().between(0, 20).map(seed -> Digest.of(new byte[] {(byte) (int) seed}));
    }

    /** A commit id of either length. */
    public static Arbitrary<String> commitIds() {
        return Combinators.combine(digests(), Arbitraries.of(40, 64))
                .as((digest, length) -> digest.hex().substring(0, length));
    }

    /** Either side. */
    public static Arbitrary<Revision> revisions() {
        return Arbitraries.oneOf(
                commitIds().map(Revision.OfCommit::new),
                Arbitraries.of(new Revision.Empty(), new Revision.Index(), new Revision.WorkingTree()));
    }

    /** People, machines, and the nameless. */
    public static Arbitrary<Person> persons() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new Person("Ada", "ada@example.org"),
                        new Person("Claude", "noreply@anthropic.com"),
                        new Person("", "")),
                Combinators.combine(Texts.orBlank(1000), Texts.orBlank(1000)).as(Person::new));
    }

    /** Any commit. */
    public static Arbitrary<Commit> commits() {
        return Combinators.combine(
                        commitIds(),
                        persons(),
                        persons(),
                        persons().list().ofMaxSize(2),
                        trailers().list().ofMaxSize(2),
                        instants(),
                        paths().list().ofMaxSize(4))
                .as(Commit::new)
                .withoutEdgeCases();
    }

    /** Any moment, also those that no clock will show. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.of(
                Instant.EPOCH,
                Instant.parse("2026-11-23T09:30:00Z"),
                Instant.parse("2026-11-23T09:30:00.123456789Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.ofEpochSecond(-1),
                Instant.ofEpochSecond(99_999_999_999L));
    }

    /** Any line ranges. */
    public static Arbitrary<LineRanges> lineRanges() {
        return lineRange().list().ofMaxSize(4).map(LineRanges::new);
    }

    /** Any lines, at least one. */
    public static Arbitrary<LineRange> lineRange() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.integers().between(1, 40),
                                Arbitraries.integers().between(0, 10))
                        .as((first, more) -> new LineRange(first, first + more)),
                Arbitraries.just(new LineRange(1, Integer.MAX_VALUE - 1)));
    }

    /** Any changed file. */
    public static Arbitrary<ChangedFile> files() {
        return Combinators.combine(
                        Arbitraries.of(ChangeStatus.values()),
                        versions(),
                        versions(),
                        lineRanges(),
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as(Changes::file)
                .withoutEdgeCases();
    }

    private static ChangedFile file(
            ChangeStatus status,
            FileVersion before,
            FileVersion after,
            LineRanges added,
            long deleted,
            boolean linesKnown) {
        LineRanges known = linesKnown ? added : LineRanges.NONE;
        long gone = linesKnown ? deleted : 0;
        return switch (status) {
            case ADDED -> new ChangedFile(status, null, after, known, gone, linesKnown);
            case DELETED -> new ChangedFile(status, before, null, LineRanges.NONE, gone, linesKnown);
            case RENAMED, COPIED ->
                new ChangedFile(
                        status,
                        before.path().equals(after.path())
                                ? at(RepoPath.of("before/" + before.size()), before)
                                : before,
                        after,
                        known,
                        gone,
                        linesKnown);
            case MODIFIED, MODE_CHANGED, TYPE_CHANGED ->
                new ChangedFile(status, at(after.path(), before), after, known, gone, linesKnown);
        };
    }

    private static FileVersion at(RepoPath path, FileVersion version) {
        return new FileVersion(path, version.mode(), version.digest(), version.size(), version.binary());
    }

    private static Arbitrary<FileVersion> versions() {
        return Combinators.combine(
                        paths(),
                        Arbitraries.of(FileMode.values()),
                        digests(),
                        Arbitraries.longs().between(0, (1L << 53) - 1),
                        Arbitraries.of(true, false))
                .as(FileVersion::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Trailer> trailers() {
        return Combinators.combine(Arbitraries.of("Signed-off-by", "Assisted-by", "Change-Id"), Texts.orBlank(200))
                .as(Trailer::new);
    }

    private static Arbitrary<UnreadPath> unread() {
        return Combinators.combine(paths(), Texts.any(1000)).as(UnreadPath::new);
    }
}
