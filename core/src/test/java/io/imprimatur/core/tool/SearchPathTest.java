package io.imprimatur.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstFolderThatHasItWins() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path wanted = Script.in(second, "semgrep", "true");
        SearchPath path = new SearchPath(List.of(first, second));

        assertThat(path.find("semgrep")).contains(wanted);
        Path nearer = Script.in(first, "semgrep", "true");
        assertThat(path.find("semgrep")).contains(nearer);
        assertThat(path.find("opengrep", "semgrep")).contains(nearer);
        assertThat(path.find("opengrep")).isEmpty();
    }

    @Test
    void whatIsNotAbsoluteDoesNotCount() {
        String variable = String.join(java.io.File.pathSeparator, "", ".", "bin", "a\0b", folder.toString(), "..");

        assertThat(SearchPath.of(variable).folders()).containsExactly(folder);
    }

    @Test
    void whatMayNotBeRunIsNoProgram() throws IOException {
        Files.writeString(folder.resolve("semgrep"), "text");
        Files.createDirectory(folder.resolve("opengrep"));

        assertThat(new SearchPath(List.of(folder)).find("semgrep", "opengrep")).isEmpty();
    }

    @Test
    void whoIsJudgedBringsNoTool() throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository/node_modules/.bin"));
        Script.in(repository, "semgrep", "true");
        Path disguised = Files.createSymbolicLink(folder.resolve("bin"), repository);
        Path beside = Files.createDirectory(folder.resolve("repository-beside"));
        SearchPath path = new SearchPath(List.of(repository, disguised, beside));

        assertThat(path.find("semgrep")).isPresent();
        assertThat(path.without(folder.resolve("repository")).folders()).containsExactly(beside);
    }

    @Test
    void aNameIsNoPath() {
        assertThatThrownBy(() -> SearchPath.NONE.find("../semgrep"))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("plain name of a program");
    }
}
