package io.imprimatur.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.kit.MemoryChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryChangeTest {
    @Test
    void statusFollowsFromTheTwoSides() {
        byte[] content = "x\n".getBytes(StandardCharsets.UTF_8);
        RepoPath tool = RepoPath.of("tool");
        RepoPath link = RepoPath.of("link");
        Change change = MemoryChange.builder()
                .unchanged("same", "x")
                .head("added", "x")
                .base("deleted", "x")
                .base("modified", "x")
                .head("modified", "y")
                .base("old", "x")
                .head("renamed", "x")
                .renamed("old", "renamed")
                .base(tool, FileMode.REGULAR, content)
                .head(tool, FileMode.EXECUTABLE, content)
                .base(link, FileMode.REGULAR, content)
                .head(link, FileMode.SYMLINK, content)
                .build()
                .change();

        assertThat(change.files())
                .extracting(file -> file.path() + " " + file.status())
                .containsExactly(
                        "added ADDED",
                        "deleted DELETED",
                        "link TYPE_CHANGED",
                        "modified MODIFIED",
                        "renamed RENAMED",
                        "tool MODE_CHANGED");
    }

    @Test
    void addedLinesAreThoseThatTheBaseDoesNotHave() {
        ChangedFile file =
                only(MemoryChange.builder().base("f", "a\nb\nc\nd\ne\n").head("f", "a\nX\nb\nc\nY\ne\nZ"));

        assertThat(file.added()).isEqualTo(LineRanges.of(LineRange.of(2), LineRange.of(5), LineRange.of(7)));
        assertThat(file.deleted()).isEqualTo(1);
    }

    @Test
    void binaryFilesHaveNoLines() {
        ChangedFile file =
                only(MemoryChange.builder().head(RepoPath.of("f"), FileMode.REGULAR, new byte[] {'a', '\n', 0}));

        assertThat(file.isBinary()).isTrue();
        assertThat(file.added().isEmpty()).isTrue();
        assertThat(file.linesKnown()).isTrue();
    }

    @Test
    void linesCanBeUnknown() {
        ChangedFile file = only(MemoryChange.builder().head("f", "a\n").linesUnknown("f"));

        assertThat(file.linesKnown()).isFalse();
        assertThat(file.added().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_NOT_FOUND", "CONTENT_TOO_LARGE", "CONTENT_UNAVAILABLE", "IO_FAILURE"})
    void contentFailsAsAsked(ErrorCode error) {
        MemoryChange change =
                MemoryChange.builder().head("f", "a\n").headFails("f", error).build();

        assertThatThrownBy(() -> change.head().read(RepoPath.of("f"), 100))
                .isInstanceOfSatisfying(
                        ImprimaturException.class, e -> assertThat(e.code()).isEqualTo(error));
    }

    @Test
    void contentIsReadAsGivenWithinTheLimit() {
        MemoryChange change = MemoryChange.builder().head("f", "abc").build();

        assertThat(change.head().read(RepoPath.of("f"), 3)).asString().isEqualTo("abc");
        assertThatThrownBy(() -> change.head().read(RepoPath.of("f"), 2)).hasMessageContaining("content-too-large");
        assertThatThrownBy(() -> change.base().read(RepoPath.of("f"), 3)).hasMessageContaining("content-not-found");
    }

    @Property(tries = 500)
    void linesThatAreNotAddedAreLinesOfTheBaseInOrder(
            @ForAll @Size(max = 12) List<@StringLength(max = 1) @CharRange(from = 'a', to = 'c') String> before,
            @ForAll @Size(max = 12) List<@StringLength(max = 1) @CharRange(from = 'a', to = 'c') String> after) {
        MemoryChange change = MemoryChange.builder()
                .base("f", text(before))
                .head("f", text(after))
                .build();
        if (before.equals(after)) {
            assertThat(change.change().files()).isEmpty();
            return;
        }
        ChangedFile file = change.change().files().get(0);
        List<String> kept = new ArrayList<>();
        for (int line = 1; line <= after.size(); line++) {
            if (!file.added().contains(line)) {
                kept.add(after.get(line - 1));
            }
        }
        assertThat(isSubsequence(kept, before)).isTrue();
        assertThat(file.deleted()).isEqualTo(before.size() - kept.size());
    }

    private static boolean isSubsequence(List<String> some, List<String> all) {
        int found = 0;
        for (String line : all) {
            if (found < some.size() && some.get(found).equals(line)) {
                found++;
            }
        }
        return found == some.size();
    }

    private static ChangedFile only(MemoryChange.Builder change) {
        return change.build().change().files().get(0);
    }

    private static String text(List<String> lines) {
        return String.join("", lines.stream().map(line -> line + "\n").toList());
    }
}
