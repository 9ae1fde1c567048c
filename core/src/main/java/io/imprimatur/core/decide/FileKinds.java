package io.imprimatur.core.decide;

import io.imprimatur.change.FileKind;
import io.imprimatur.change.RepoPath;
import io.imprimatur.policy.Glob;
import java.util.List;
import java.util.stream.Stream;

/** Tells the kind of a file by its path. A policy that needs another line draws it with patterns of its own. */
final class FileKinds {
    private static final List<Glob> TEST = globs(
            "**/test/**",
            "**/tests/**",
            "**/__tests__/**",
            "**/spec/**",
            "**/testdata/**",
            "**/fixtures/**",
            "**/src/*Test/**",
            "**/src/testFixtures/**",
            "**/*Test.java",
            "**/*Tests.java",
            "**/*IT.java",
            "**/*Test.kt",
            "**/*Tests.kt",
            "**/*Spec.scala",
            "**/*Spec.groovy",
            "**/*Tests.swift",
            "**/*_test.exs",
            "**/*_test.go",
            "**/test_*.py",
            "**/*_test.py",
            "**/conftest.py",
            "**/*.test.*",
            "**/*.spec.*",
            "**/*_spec.rb",
            "**/*Tests.cs",
            "**/*Test.php");
    private static final List<Glob> BUILD = globs(
            "**/pom.xml",
            "**/build.gradle",
            "**/build.gradle.kts",
            "**/settings.gradle",
            "**/settings.gradle.kts",
            "**/gradle.properties",
            "**/gradle/wrapper/**",
            "**/build.sbt",
            "**/Makefile",
            "**/*.mk",
            "**/CMakeLists.txt",
            "**/*.cmake",
            "**/BUILD",
            "**/BUILD.bazel",
            "**/WORKSPACE",
            "**/MODULE.bazel",
            "**/Rakefile",
            "**/setup.py",
            "**/build.rs",
            "**/webpack.config.*",
            "**/vite.config.*",
            "**/*.csproj",
            "**/*.sln",
            ".mvn/**",
            ".github/workflows/**",
            ".github/actions/**",
            ".gitlab-ci.yml",
            ".gitlab/ci/**",
            ".circleci/**",
            ".ci/**",
            ".buildkite/**",
            "azure-pipelines.yml",
            "**/Jenkinsfile");
    private static final List<Glob> INFRASTRUCTURE = globs(
            "**/Dockerfile",
            "**/Dockerfile.*",
            "**/Containerfile",
            "**/*.dockerfile",
            "**/docker-compose*.yml",
            "**/docker-compose*.yaml",
            "**/compose.yml",
            "**/compose.yaml",
            "**/*.tf",
            "**/*.tfvars",
            "**/*.bicep",
            "**/terraform/**",
            "**/pulumi/**",
            "**/cloudformation/**",
            "**/ansible/**",
            "**/helm/**",
            "charts/**",
            "**/Chart.yaml",
            "**/charts/*/templates/**",
            "**/k8s/**",
            "**/kubernetes/**",
            "**/kustomization.yaml");
    private static final List<Glob> DEPENDENCY_MANIFEST = globs(
            "**/pom.xml",
            "**/build.gradle",
            "**/build.gradle.kts",
            "**/build.sbt",
            "**/gradle.lockfile",
            "**/libs.versions.toml",
            "**/package.json",
            "**/package-lock.json",
            "**/npm-shrinkwrap.json",
            "**/yarn.lock",
            "**/pnpm-lock.yaml",
            "**/bun.lock",
            "**/requirements*.txt",
            "**/requirements/*.txt",
            "**/pyproject.toml",
            "**/setup.py",
            "**/setup.cfg",
            "**/Pipfile",
            "**/Pipfile.lock",
            "**/poetry.lock",
            "**/uv.lock",
            "**/go.mod",
            "**/go.sum",
            "**/Cargo.toml",
            "**/Cargo.lock",
            "**/Gemfile",
            "**/Gemfile.lock",
            "**/*.gemspec",
            "**/composer.json",
            "**/composer.lock",
            "**/*.csproj",
            "**/packages.config",
            "**/packages.lock.json",
            "**/Directory.Packages.props",
            "**/Package.swift",
            "**/Package.resolved",
            "**/Podfile",
            "**/Podfile.lock",
            "**/pubspec.yaml",
            "**/pubspec.lock",
            "**/mix.exs",
            "**/mix.lock");
    private static final List<Glob> DOCUMENTATION = globs(
            "**/*.md",
            "**/*.mdx",
            "**/*.rst",
            "**/*.adoc",
            "**/docs/**",
            "**/doc/**",
            "**/LICENSE",
            "**/LICENSE.*",
            "**/NOTICE",
            "**/CHANGELOG",
            "**/AUTHORS");

    private FileKinds() {}

    static boolean isA(FileKind kind, RepoPath path) {
        return Globs.match(globs(kind), path);
    }

    /** The patterns by which a kind is told. */
    static List<Glob> globs(FileKind kind) {
        return switch (kind) {
            case TEST -> TEST;
            case BUILD -> BUILD;
            case INFRASTRUCTURE -> INFRASTRUCTURE;
            case DEPENDENCY_MANIFEST -> DEPENDENCY_MANIFEST;
            case DOCUMENTATION -> DOCUMENTATION;
        };
    }

    private static List<Glob> globs(String... patterns) {
        return Stream.of(patterns).map(Glob::new).toList();
    }
}
