package io.imprimatur.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who wrote what by what commits say, also of what was moved on. */
class CommitAttributionTest {
    private static final Person PERSON = new Person("Developer", "developer@example.com");
    private static final Person CLAUDE = new Person("Claude Opus 4.5", "noreply@anthropic.com");
    private static final RatioRange NOBODY_KNOWS = RatioRange.UNKNOWN;
    private static final RatioRange NONE = RatioRange.exactly(Ratio.ZERO);
    private static final RatioRange ALL = RatioRange.exactly(Ratio.ONE);

    private int commits;

    @Test
    void aFileBelongsToTheCommitsThatTouchedIt() {
        Change change = change(List.of(added("a"), added("b")), assisted("a"), person("b"));
        assertThat(share(change, "a")).isEqualTo(NOBODY_KNOWS);
        assertThat(share(change, "b")).isEqualTo(NONE);
        assertThat(share(change(List.of(added("a")), by(CLAUDE, null, "a")), "a"))
                .isEqualTo(ALL);
        assertThat(share(change(List.of(added("a")), by(CLAUDE, null, "a"), person("a")), "a"))
                .isEqualTo(NOBODY_KNOWS);
    }

    @Test
    void whatAModelWroteIsItsStillWhenAPersonRenamesIt() {
        // The name under which the model wrote it is neither at base nor at head.
        for (Commit first : List.of(assisted("tmp"), by(CLAUDE, null, "tmp"))) {
            Change change = change(List.of(added("src/app")), first, person("tmp", "src/app"));
            assertThat(share(change, "src/app")).isEqualTo(NOBODY_KNOWS);
            assertThat(tools(change)).containsExactly("claude-code");
        }
        Change moved = change(List.of(moved("a", "c")), person("a", "b"), assisted("b"), person("b", "c"));
        assertThat(share(moved, "c")).isEqualTo(NOBODY_KNOWS);
        Change often = change(
                List.of(added("z")),
                assisted("a"),
                person("a", "b"),
                person("b", "c"),
                person("c", "d"),
                person("d", "z"));
        assertThat(share(often, "z")).isEqualTo(NOBODY_KNOWS);
        assertThat(tools(often)).hasSize(1);
    }

    @Test
    void whatWasPutBackMayHaveMovedToo() {
        // The file "kept" is as it was at base, so it is none of the change.
        Change change = change(List.of(added("b"), added("c")), assisted("kept"), person("kept", "b"), person("c"));
        assertThat(share(change, "b")).isEqualTo(NOBODY_KNOWS);
        assertThat(share(change, "c")).isEqualTo(NONE);
    }

    @Test
    void whatIsGoneAndTouchedNothingElseAttributesNothing() {
        Change change = change(List.of(added("b")), assisted("tmp"), person("tmp"), person("b"));
        assertThat(share(change, "b")).isEqualTo(NONE);
        assertThat(tools(change)).isEmpty();
    }

    @Test
    void whatPeopleMoveIsNoModels() {
        Change change = change(List.of(added("b"), added("c")), person("tmp"), person("tmp", "b"), assisted("c"));
        assertThat(share(change, "b")).isEqualTo(NONE);
    }

    @Test
    void aFileThatIsAModelsInWholeStaysSo() {
        Change change = change(List.of(added("b")), by(CLAUDE, null, "tmp"), by(CLAUDE, null, "tmp", "b"));
        assertThat(share(change, "b")).isEqualTo(ALL);
    }

    @Test
    void ofVeryManyModelsOneThatIsNotNamedStandsForTheRest() {
        List<Commit> all = new ArrayList<>();
        for (int i = 0; i < GonePaths.MANY + 5; i++) {
            all.add(by(PERSON, new Trailer("AI-Model", "model-" + i), "tmp"));
        }
        all.add(person("tmp", "b"));
        Change change = change(List.of(added("b")), all.toArray(Commit[]::new));
        Provenance provenance = CommitAttribution.of(change);
        assertThat(provenance.generations()).hasSize(GonePaths.MANY + 1);
        assertThat(Models.of(change, provenance, Silence.HUMAN).modelsOpen()).isTrue();
    }

    @Test
    @Timeout(20)
    void manyCommitsOnManyPathsTakeTimeThatGrowsWithThem() {
        int many = 3_000;
        String[] everything = Stream.iterate(0, i -> i + 1)
                .limit(many)
                .flatMap(i -> Stream.of("src/" + i, "tmp/" + i))
                .toArray(String[]::new);
        List<Commit> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(by(PERSON, new Trailer("AI-Model", "model-" + i % 100), "tmp/" + i));
        }
        all.add(person(everything));
        List<ChangedFile> files = Stream.iterate(0, i -> i + 1)
                .limit(many)
                .map(i -> added("src/" + i))
                .toList();
        Change change = change(files, all.toArray(Commit[]::new));
        assertThat(share(change, "src/7")).isEqualTo(NOBODY_KNOWS);
    }

    private Commit person(String... touched) {
        return by(PERSON, null, touched);
    }

    private Commit assisted(String... touched) {
        return by(PERSON, new Trailer("Generated-by", "claude-code"), touched);
    }

    private Commit by(Person author, Trailer trailer, String... touched) {
        commits++;
        return new Commit(
                String.format("%040x", commits),
                author,
                PERSON,
                List.of(),
                trailer == null ? List.of() : List.of(trailer),
                Instant.ofEpochSecond(commits),
                Arrays.stream(touched).map(RepoPath::new).toList());
    }

    private static ChangedFile added(String path) {
        return new ChangedFile(ChangeStatus.ADDED, null, version(path), LineRanges.of(new LineRange(1, 4)), 0, true);
    }

    private static ChangedFile moved(String from, String to) {
        return new ChangedFile(
                ChangeStatus.RENAMED, version(from), version(to), LineRanges.of(new LineRange(1, 4)), 0, true);
    }

    private static FileVersion version(String path) {
        return new FileVersion(
                new RepoPath(path), FileMode.REGULAR, Digest.of(path.getBytes(StandardCharsets.UTF_8)), 1, false);
    }

    private static Change change(List<ChangedFile> files, Commit... commits) {
        return new Change(
                "r",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                "main",
                List.of(commits),
                null,
                files,
                List.of());
    }

    /** Of one file, where silence means a person. */
    private static RatioRange share(Change change, String path) {
        Attributions attributions = new Attributions(CommitAttribution.of(change));
        return AiShare.ofEach(change, attributions, Silence.HUMAN).get(path);
    }

    private static List<String> tools(Change change) {
        return CommitAttribution.of(change).generations().stream()
                .map(Generation::tool)
                .distinct()
                .toList();
    }
}
