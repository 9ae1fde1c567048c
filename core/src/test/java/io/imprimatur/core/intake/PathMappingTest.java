package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ImprimaturException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMappingTest {
    private static final PathMapping MAPPING = new PathMapping(
            List.of("/home/ci/shop", "C:\\work\\shop"), path -> path.text().endsWith("100%.txt"));

    @ParameterizedTest
    @CsvSource({
        "src/A.java, src/A.java",
        "./src/A.java, src/A.java",
        "src/./x/..//A.java, src/A.java",
        "src\\A.java, src/A.java",
        "file:src/A.java, src/A.java",
        "src/a%20b.py, src/a b.py",
        "src/a b.py, src/a b.py",
        "src/100%.txt, src/100%.txt",
        "src/caf%C3%A9.py, src/café.py",
        "/home/ci/shop/src/A.java, src/A.java",
        "file:///home/ci/shop/src/A.java, src/A.java",
        "file:/home/ci/shop/src/A.java, src/A.java",
        "file://localhost/home/ci/shop/src/A.java, src/A.java",
        "file:///home/ci/shop/src/a%20b.py, src/a b.py",
        "file:///c:/Work/shop/src/A.java, src/A.java",
        "C:\\work\\shop\\src\\A.java, src/A.java"
    })
    void findsTheFileThatIsMeant(String written, String expected) {
        assertThat(MAPPING.uri(written)).contains(RepoPath.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../A.java",
                "src/../../A.java",
                "src/%2e%2e/%2e%2e/A.java",
                "/etc/passwd",
                "/home/ci/shopping/A.java",
                "/home/ci/shop/../x",
                "file:///etc/passwd",
                "//host/share/A.java",
                "D:\\work\\shop\\A.java",
                "https://example.org/src/A.java",
                "",
                ".",
                "/home/ci/shop",
                "src/a%00b"
            })
    void theRestIsOutside(String written) {
        assertThat(MAPPING.uri(written)).isEmpty();
    }

    @Test
    void aFileThatIsThereWinsOverAnotherReading() {
        Set<RepoPath> files = Set.of(RepoPath.of("a%20b"), RepoPath.of("c\\d"));
        PathMapping mapping = new PathMapping(List.of(), files::contains);

        assertThat(mapping.uri("a%20b")).contains(RepoPath.of("a%20b"));
        assertThat(mapping.uri("c\\d")).contains(RepoPath.of("c\\d"));
        assertThat(mapping.uri("e%20f")).contains(RepoPath.of("e f"));
    }

    @Test
    void aPathIsNotDecoded() {
        assertThat(MAPPING.path("src/a%20b")).contains(RepoPath.of("src/a%20b"));
    }

    @Test
    void bytesThatAreNoTextKeepTheirPlace() {
        byte[] latin = {'s', 'r', 'c', '/', (byte) 0xe9};

        assertThat(MAPPING.uri("src/%E9")).contains(RepoPath.ofBytes(latin));
        assertThat(latin).isNotEqualTo("src/é".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void relativeRootIsRefused() {
        assertThatThrownBy(() -> new PathMapping(List.of("work/shop"), path -> true))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("must be absolute");
    }
}
