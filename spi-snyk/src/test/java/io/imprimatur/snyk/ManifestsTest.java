package io.imprimatur.snyk;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.RepoPath;
import io.imprimatur.scan.Gap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    @Test
    void eachManifestIsReadOrNeedsABuildOrIsAGap() {
        Manifests manifests = of(
                "a/package.json",
                "a/package-lock.json",
                "b/package.json",
                "c/Gemfile",
                "d/Gemfile",
                "d/Gemfile.lock",
                "e/pom.xml",
                "e/requirements-dev.txt",
                "e/Shop.csproj",
                "f/Cargo.lock",
                "f/pyproject.toml",
                "node_modules/x/package.json",
                "README.md");

        assertThat(manifests.files())
                .extracting(RepoPath::text)
                .containsExactly("a/package.json", "a/package-lock.json", "b/package.json", "d/Gemfile.lock");
        assertThat(manifests.targets())
                .extracting(RepoPath::text)
                .containsExactly("a/package-lock.json", "b/package.json", "d/Gemfile.lock");
        assertThat(manifests.builds())
                .extracting(RepoPath::text)
                .containsExactly("e/Shop.csproj", "e/pom.xml", "e/requirements-dev.txt");
        assertThat(manifests.gaps())
                .extracting(Gap::path)
                .extracting(String::valueOf)
                .containsExactly("c/Gemfile", "f/Cargo.lock", "f/pyproject.toml");
    }

    @Test
    void whatMayMatterIsKnown() {
        assertThat(List.of("web/package.json", "gradle.properties", "a/pom.xml", ".npmrc", "x.gradle.kts"))
                .allMatch(path -> Manifests.mayMatter(RepoPath.of(path)));
        assertThat(List.of("src/Main.java", "README.md", "pom.xml.txt"))
                .noneMatch(path -> Manifests.mayMatter(RepoPath.of(path)));
    }

    private static Manifests of(String... paths) {
        return Manifests.of(Stream.of(paths).map(RepoPath::of).toList());
    }
}
