package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.FileKind;
import io.imprimatur.change.RepoPath;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of files as they stand in repositories of several ecosystems. */
class FileKindsTest {

    @ParameterizedTest
    @CsvSource({
        // Java and Kotlin
        "src/test/java/com/acme/FooTest.java, TEST",
        "core/src/test/resources/golden.json, TEST",
        "src/integrationTest/java/com/acme/FooIT.java, TEST",
        "src/integrationTest/resources/golden.json, TEST",
        "app/src/testFixtures/java/com/acme/Orders.java, TEST",
        "src/androidTest/kotlin/FooTest.kt, TEST",
        "pom.xml, BUILD DEPENDENCY_MANIFEST",
        "core/pom.xml, BUILD DEPENDENCY_MANIFEST",
        "build.gradle.kts, BUILD DEPENDENCY_MANIFEST",
        "settings.gradle, BUILD",
        "gradle/libs.versions.toml, DEPENDENCY_MANIFEST",
        "gradle/wrapper/gradle-wrapper.properties, BUILD",
        ".mvn/extensions.xml, BUILD",
        // JavaScript
        "web/src/cart.test.ts, TEST",
        "web/src/__tests__/cart.tsx, TEST",
        "web/cypress/e2e/login.spec.js, TEST",
        "package.json, DEPENDENCY_MANIFEST",
        "web/package-lock.json, DEPENDENCY_MANIFEST",
        "pnpm-lock.yaml, DEPENDENCY_MANIFEST",
        "webpack.config.js, BUILD",
        // Python
        "tests/test_api.py, TEST",
        "app/test_api.py, TEST",
        "app/conftest.py, TEST",
        "requirements-dev.txt, DEPENDENCY_MANIFEST",
        "pyproject.toml, DEPENDENCY_MANIFEST",
        "setup.py, BUILD DEPENDENCY_MANIFEST",
        // Go, Rust, Ruby, PHP, .NET, Swift, Elixir
        "pkg/auth/token_test.go, TEST",
        "pkg/auth/testdata/key.pem, TEST",
        "go.mod, DEPENDENCY_MANIFEST",
        "crates/a/Cargo.toml, DEPENDENCY_MANIFEST",
        "crates/a/build.rs, BUILD",
        "spec/models/user_spec.rb, TEST",
        "Gemfile.lock, DEPENDENCY_MANIFEST",
        "tests/Unit/UserTest.php, TEST",
        "Sources/AppTests/CartTests.swift, TEST",
        "build.sbt, BUILD DEPENDENCY_MANIFEST",
        "requirements/base.txt, DEPENDENCY_MANIFEST",
        "composer.json, DEPENDENCY_MANIFEST",
        "src/Shop/Shop.csproj, BUILD DEPENDENCY_MANIFEST",
        "Directory.Packages.props, DEPENDENCY_MANIFEST",
        "Package.swift, DEPENDENCY_MANIFEST",
        "mix.exs, DEPENDENCY_MANIFEST",
        // What builds and runs
        "Makefile, BUILD",
        ".github/workflows/ci.yml, BUILD",
        ".gitlab-ci.yml, BUILD",
        "Jenkinsfile, BUILD",
        "Dockerfile, INFRASTRUCTURE",
        "docker/Dockerfile.prod, INFRASTRUCTURE",
        "docker-compose.override.yml, INFRASTRUCTURE",
        "infra/main.tf, INFRASTRUCTURE",
        "deploy/k8s/web.yaml, INFRASTRUCTURE",
        "charts/web/values.yaml, INFRASTRUCTURE",
        "deploy/charts/web/templates/service.yaml, INFRASTRUCTURE",
        "ops/web/Chart.yaml, INFRASTRUCTURE",
        // Words
        "README.md, DOCUMENTATION",
        "docs/guide/index.html, DOCUMENTATION",
        "LICENSE, DOCUMENTATION",
        "docs/package.json, DEPENDENCY_MANIFEST DOCUMENTATION"
    })
    void tellsAFileByItsPath(String path, String expected) {
        assertThat(kinds(path))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(expected.split(" ")).map(FileKind::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/acme/contest/Foo.java",
                "src/main/java/com/acme/attestation/Attestation.java",
                "src/main/java/com/acme/Latest.java",
                "src/main/java/com/acme/Protest.java",
                "latest/index.html",
                "src/greatest.py",
                "src/contest.py",
                "src/inspector.rb",
                "src/specification/reader.go",
                "src/main/java/com/acme/Manifest.java",
                "src/makefile.go",
                "src/main/java/com/acme/docsearch/Search.java",
                "src/helmet.js",
                "src/components/charts/Bar.tsx",
                "src/buildings/tower.rs",
                "src/license-check.ts",
                "src/package.jsonc",
                "Test.javascript"
            })
    void whatOnlySoundsLikeAKindIsNone(String path) {
        assertThat(kinds(path)).isEmpty();
    }

    private static Set<FileKind> kinds(String path) {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (FileKind kind : FileKind.values()) {
            if (FileKinds.isA(kind, new RepoPath(path))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
