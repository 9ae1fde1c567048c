package io.imprimatur.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLayoutTest {
    private static final FileLayout LAYOUT = new FileLayout(1000, 10_000, 10, Set.of(".semgrepignore"));

    @TempDir
    private Path folder;

    @Test
    void aPlainPathIsKeptAndNothingButTheChangeIsThere() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .unchanged("other.py", "x\n")
                .base("gone.py", "x\n")
                .head("src/[id]/Shop (new).tsx", "one\r\n")
                .build();

        LaidOutFiles laid = lay(change);

        assertThat(laid.gaps()).isEmpty();
        assertThat(files()).containsExactly("src/[id]/Shop (new).tsx");
        assertThat(Files.readString(folder.resolve("src/[id]/Shop (new).tsx"))).isEqualTo("one\r\n");
        assertThat(laid.meant("src/[id]/Shop (new).tsx")).contains(RepoPath.of("src/[id]/Shop (new).tsx"));
        assertThat(laid.meant("./src/[id]/Shop (new).tsx")).isPresent();
        assertThat(laid.meant(folder.resolve("src/[id]/Shop (new).tsx").toString()))
                .isPresent();
        assertThat(laid.meant("../etc/passwd")).isEmpty();
    }

    @Test
    void whatMightMeanSomethingIsRenamed() throws Exception {
        MemoryChange.Builder change = MemoryChange.builder();
        List<String> names = List.of(
                "--config=evil.py",
                "-x/a.py",
                "a\nb.py",
                "caf\u00e9.py",
                "a\\b.py",
                ".semgrepignore",
                "sub/.SemgrepIgnore",
                ".git/config",
                "trailing ");
        names.forEach(name -> change.head(name, name));
        change.head(RepoPath.ofBytes(new byte[] {(byte) 0xff, '.', 'p', 'y'}), FileMode.REGULAR, new byte[] {'x'});

        LaidOutFiles laid = lay(change.build());

        assertThat(laid.gaps()).isEmpty();
        assertThat(laid.files()).hasSize(10);
        assertThat(files())
                .hasSize(10)
                .allMatch(name -> name.matches("(sub/)?renamed-\\d(\\.py|\\.git)?(/.*)?")
                        || name.matches(".*renamed-\\d(\\.[A-Za-z]+)?"));
        for (var laidOut : laid.files().entrySet()) {
            String content = Files.readString(folder.resolve(laidOut.getKey()), StandardCharsets.UTF_8);
            assertThat(content.equals("x") || RepoPath.of(content).equals(laidOut.getValue()))
                    .isTrue();
            assertThat(laidOut.getKey().endsWith(".py"))
                    .isEqualTo(laidOut.getValue().text().endsWith(".py"));
        }
    }

    @Test
    void twoNamesThatDifferInCaseAloneAreTwoFilesEverywhere() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head("Shop.py", "1")
                .head("shop.py", "2")
                .head("SHOP.PY/inner.py", "3")
                .head("A/x.py", "4")
                .head("a", "5")
                .build();

        LaidOutFiles laid = lay(change);

        assertThat(laid.files()).hasSize(5);
        assertThat(laid.files().keySet().stream().map(String::toLowerCase)).doesNotHaveDuplicates();
        assertThat(laid.gaps()).isEmpty();
    }

    @Test
    void filesOfOneFolderStayTogetherWhateverItIsCalled() throws Exception {
        LaidOutFiles laid = lay(MemoryChange.builder()
                .head("-x/package.json", "{}")
                .head("-x/package-lock.json", "{}")
                .head("-y/package.json", "{}")
                .build());

        assertThat(laid.files().values()).hasSize(3);
        assertThat(files().stream().map(name -> name.substring(0, name.indexOf('/'))))
                .containsExactlyInAnyOrder("renamed-0", "renamed-0", "renamed-1");
    }

    @Test
    void whatTheChangeDoesNotTouchIsLaidOutWhereItIsAskedFor() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .unchanged("package.json", "{}")
                .head("src/a.js", "x")
                .build();

        LAYOUT.lay(new Request(change.change(), change, false), List.of(RepoPath.of("package.json")), folder);

        assertThat(files()).containsExactly("package.json");
    }

    @Test
    void linksAndSubmodulesAreLeftOutAndSaid() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head(RepoPath.of("link.py"), FileMode.SYMLINK, "/etc/passwd".getBytes(StandardCharsets.UTF_8))
                .head(RepoPath.of("module"), FileMode.SUBMODULE, "d".repeat(40).getBytes(StandardCharsets.UTF_8))
                .build();

        assertThat(lay(change).gaps())
                .containsExactlyInAnyOrder(
                        Gap.at(
                                RepoPath.of("link.py"),
                                Gap.Cause.UNSUPPORTED,
                                "it is a link, and links are not followed"),
                        Gap.at(
                                RepoPath.of("module"),
                                Gap.Cause.UNSUPPORTED,
                                "it is another repository, and that is not entered"));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsTooLargeOrUnreadableIsSaid() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head("large.py", "x".repeat(1001))
                .head("fits.py", "x".repeat(1000))
                .head("lost.py", "x")
                .headFails("lost.py", ErrorCode.CONTENT_UNAVAILABLE)
                .build();

        assertThat(lay(change).gaps())
                .containsExactlyInAnyOrder(
                        Gap.at(RepoPath.of("large.py"), Gap.Cause.TOO_LARGE, "it is larger than 1000 bytes"),
                        Gap.at(
                                RepoPath.of("lost.py"),
                                Gap.Cause.UNREADABLE,
                                "it could not be read: content-unavailable"));
        assertThat(files()).containsExactly("fits.py");
    }

    @Test
    void noMoreIsLaidOutThanTheLimits() throws Exception {
        MemoryChange.Builder change = MemoryChange.builder();
        for (int i = 0; i < 12; i++) {
            change.head("f" + (char) ('a' + i) + ".py", "x".repeat(900));
        }
        LaidOutFiles laid = lay(change.build());

        assertThat(laid.files()).hasSize(10);
        assertThat(laid.gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_LARGE, Gap.Cause.TOO_LARGE);
    }

    @Test
    void stopsWhereTheAnswerIsNoLongerWanted() {
        MemoryChange change = MemoryChange.builder().head("a.py", "x").build();

        assertThatThrownBy(() -> LAYOUT.lay(new Request(change.change(), change, true), folder))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private LaidOutFiles lay(MemoryChange change) throws InterruptedException {
        return LAYOUT.lay(new Request(change.change(), change, false), folder);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private record Request(Change change, ChangeContent content, boolean isCancelled) implements ScanRequest {
        @Override
        public Duration remaining() {
            return Duration.ofMinutes(1);
        }
    }
}
