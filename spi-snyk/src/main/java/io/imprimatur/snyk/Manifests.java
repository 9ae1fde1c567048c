package io.imprimatur.snyk;

import io.imprimatur.change.RepoPath;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a tree that say what its projects depend on, told apart by what the CLI does with them: some it reads by
 * itself, for some it starts a program of their ecosystem, which may run what stands in the repository, and some it does
 * not know.
 *
 * @param files what is laid out so that the CLI can read it by itself
 * @param targets those of which it must give an answer
 * @param builds those for which it starts a program
 * @param gaps what it cannot look at, and why
 */
record Manifests(List<RepoPath> files, SortedSet<RepoPath> targets, SortedSet<RepoPath> builds, List<Gap> gaps) {
    /** What the CLI (1.1307) reads with no other program at hand. */
    private static final Set<String> LOCKS = Set.of(
            "package-lock.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "Gemfile.lock",
            "composer.lock",
            "Podfile.lock",
            "packages.config",
            "paket.dependencies");

    private static final Set<String> NODE_LOCKS = Set.of("package-lock.json", "yarn.lock", "pnpm-lock.yaml");

    /** What it reads beside them. */
    private static final Set<String> COMPANIONS =
            Set.of("package.json", "pnpm-workspace.yaml", "composer.json", "paket.lock");

    /** What says less than a lock file that should stand beside it. */
    private static final Map<String, String> UNLOCKED = Map.of(
            "Gemfile",
            "Gemfile.lock",
            "Podfile",
            "Podfile.lock",
            "composer.json",
            "composer.lock",
            "pyproject.toml",
            "poetry.lock");

    /** What it asks Maven, Gradle, sbt, pip, Poetry, Go, .NET, Mix or Swift about. */
    private static final Pattern BUILDS = Pattern.compile("pom\\.xml|build\\.gradle(\\.kts)?|build\\.sbt"
            + "|requirements[^/]*\\.txt|pipfile|setup\\.py|poetry\\.lock|uv\\.lock|go\\.mod|gopkg\\.lock"
            + "|[^/]+\\.(cs|fs|vb)proj|project\\.assets\\.json|mix\\.exs|package\\.swift");

    /** Of these it has no notion, or none that takes part in a test of all projects. */
    private static final Pattern FOREIGN =
            Pattern.compile("npm-shrinkwrap\\.json|bun\\.lockb?|deno\\.lock|cargo\\.(toml|lock)"
                    + "|pubspec\\.yaml|cartfile\\.resolved|module\\.bazel|deps\\.edn|project\\.clj|[^/]+\\.cabal"
                    + "|rebar\\.config|cpanfile|renv\\.lock|conanfile\\.(py|txt)|vcpkg\\.json|pdm\\.lock"
                    + "|environment\\.ya?ml|vendor\\.json");

    /** What else may say on what a project depends: settings of builds. */
    private static final Pattern STEERING =
            Pattern.compile("[^/]+\\.(gradle|gradle\\.kts|sbt|props|targets|toml|lock|podspec"
                    + "|gemspec)|gradle\\.properties|go\\.sum|setup\\.cfg|gemfile|podfile|constraints[^/]*\\.txt|\\.npmrc|\\.yarnrc(\\.yml)?"
                    + "|mvnw|gradlew|maven\\.config|jvm\\.config|extensions\\.xml|nuget\\.config|global\\.json");

    private static final String INSTALLED = "node_modules";

    static Manifests of(List<RepoPath> paths) {
        Map<String, Set<String>> folders = new HashMap<>();
        for (RepoPath path : paths) {
            folders.computeIfAbsent(path.directory(), none -> new HashSet<>()).add(path.name());
        }
        Manifests manifests = new Manifests(new ArrayList<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
        for (RepoPath path : paths) {
            if (!isInstalled(path)) {
                manifests.add(path, folders.getOrDefault(path.directory(), Set.of()));
            }
        }
        return manifests;
    }

    private void add(RepoPath path, Set<String> beside) {
        String name = path.name();
        String lower = name.toLowerCase(Locale.ROOT);
        if (LOCKS.contains(name) || COMPANIONS.contains(name)) {
            files.add(path);
        }
        if (LOCKS.contains(name) || (name.equals("package.json") && Collections.disjoint(beside, NODE_LOCKS))) {
            targets.add(path);
        }
        String lock = UNLOCKED.get(name);
        if (lock != null && !beside.contains(lock)) {
            gaps.add(Gap.at(path, Gap.Cause.UNSUPPORTED, "there is no " + lock + " beside it, and Snyk needs one"));
        } else if (BUILDS.matcher(lower).matches()) {
            builds.add(path);
        } else if (FOREIGN.matcher(lower).matches()) {
            gaps.add(Gap.at(path, Gap.Cause.UNSUPPORTED, "Snyk does not read it when it tests all projects"));
        }
    }

    /** What the CLI never looks into. */
    private static boolean isInstalled(RepoPath path) {
        return ("/" + path.directory() + "/").contains("/" + INSTALLED + "/");
    }

    /** The files one of which the tool names in its answer about a target: of a workspace it is not the lock file. */
    static List<RepoPath> answers(RepoPath target) {
        if (!NODE_LOCKS.contains(target.name())) {
            return List.of(target);
        }
        String folder = target.directory();
        return List.of(target, new RepoPath((folder.isEmpty() ? "" : folder + "/") + "package.json"));
    }

    /** Whether a file may say on what a project depends. */
    static boolean mayMatter(RepoPath path) {
        String lower = path.name().toLowerCase(Locale.ROOT);
        return LOCKS.contains(path.name())
                || COMPANIONS.contains(path.name())
                || BUILDS.matcher(lower).matches()
                || FOREIGN.matcher(lower).matches()
                || STEERING.matcher(lower).matches();
    }
}
