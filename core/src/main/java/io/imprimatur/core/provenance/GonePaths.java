package io.imprimatur.core.provenance;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.provenance.CommitAttribution.Said;
import io.imprimatur.provenance.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The paths that commits touched and that are none of the change: files that were renamed once more, deleted or put back. What
 * stood there may have moved into any file that one of these commits touched too, as a commit names paths and not what moved.
 * Belongs to one reading.
 */
final class GonePaths {
    /** More models than this are not told apart: one that is not named stands for the rest. */
    static final int MANY = 50;

    private static final Generation REST = new Generation("commit-rest", null, null, null, null, null, null, null);

    private final Set<String> paths = new HashSet<>();
    /** From a path that is gone to another that a commit touched with it, and so on to the one that stands for all. */
    private final Map<String, String> leaders = new HashMap<>();
    /** What is said of models on these paths, each once, by the path that stands for all. */
    private final Map<String, Map<String, Said>> said = new HashMap<>();

    GonePaths(Change change) {
        for (ChangedFile file : change.files()) {
            paths.add(file.path().text());
            file.movedFrom().ifPresent(before -> paths.add(before.text()));
        }
    }

    /** Takes a commit into account. */
    void add(Commit commit, List<Said> claims) {
        String one = null;
        for (RepoPath path : commit.touched()) {
            if (!paths.contains(path.text())) {
                String leader = leader(path.text());
                one = one == null ? leader : join(one, leader);
            }
        }
        if (one != null && !claims.isEmpty()) {
            Map<String, Said> known = said.computeIfAbsent(one, path -> new LinkedHashMap<>());
            claims.forEach(claim -> put(known, claim));
        }
    }

    /** What is said of models that may have written what moved, in this commit, from paths that are gone. */
    List<Said> of(Commit commit) {
        for (RepoPath path : commit.touched()) {
            if (!paths.contains(path.text())) {
                // All that a commit touches are joined.
                return new ArrayList<>(
                        said.getOrDefault(leader(path.text()), Map.of()).values());
            }
        }
        return List.of();
    }

    private static void put(Map<String, Said> known, Said claim) {
        if (known.size() < MANY) {
            known.putIfAbsent(claim.generation().id(), claim);
        } else if (!known.containsKey(claim.generation().id())) {
            known.putIfAbsent(REST.id(), new Said(claim.claim(), REST));
        }
    }

    private String join(String one, String other) {
        if (!one.equals(other)) {
            leaders.put(other, one);
            Map<String, Said> moved = said.remove(other);
            if (moved != null) {
                Map<String, Said> known = said.computeIfAbsent(one, path -> new LinkedHashMap<>());
                moved.values().forEach(claim -> put(known, claim));
            }
        }
        return one;
    }

    private String leader(String path) {
        String at = path;
        for (String next = leaders.get(at); next != null; next = leaders.get(at)) {
            String beyond = leaders.get(next);
            if (beyond != null) {
                leaders.put(at, beyond);
            }
            at = next;
        }
        return at;
    }
}
