package io.imprimatur.core.sarif;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files that the artifacts of a run name (3.14.14). A base is added in front of what is relative to it, and bases may be
 * relative to others. An absolute base counts where it is a folder in which the repository is known to be; any other, like
 * one that is not declared, stands for the root of the repository, as {@code %SRCROOT%} does.
 */
final class Bases {
    private static final int DEEPEST = 10;
    private static final int MOST_KEPT = 10_000;

    private final PathMapping mapping;
    private final Function<RepoPath, Optional<RepoPath>> original;
    private final Map<String, Artifact> bases;
    private final Map<Artifact, Optional<RepoPath>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Artifact, Optional<RepoPath>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Where the tool looked at copies, {@code original} says of what. */
    Bases(PathMapping mapping, Map<String, Artifact> bases, Function<RepoPath, Optional<RepoPath>> original) {
        this.mapping = mapping;
        this.original = original;
        this.bases = bases;
    }

    /** Empty where it is outside of the repository. */
    Optional<RepoPath> file(Artifact artifact) {
        Optional<RepoPath> seen = known.get(artifact);
        if (seen == null) {
            seen = find(artifact);
            known.put(artifact, seen);
        }
        return seen;
    }

    private Optional<RepoPath> find(Artifact artifact) {
        String path = artifact.uri();
        @Nullable String base = artifact.base();
        for (int i = 0; i < DEEPEST && isRelative(path) && base != null && bases.containsKey(base); i++) {
            Artifact outer = bases.get(base);
            if (isRelative(outer.uri()) || mapping.uri(join(outer.uri(), path)).isPresent()) {
                path = join(outer.uri(), path);
            }
            base = isRelative(outer.uri()) ? outer.base() : null;
        }
        return mapping.uri(path).flatMap(original);
    }

    private static String join(String folder, String path) {
        String base = folder.strip();
        return base.isEmpty() || base.endsWith("/") ? base + path : base + "/" + path;
    }

    private static boolean isRelative(String uri) {
        return !PathMapping.isAbsolute(uri) && !uri.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }
}
