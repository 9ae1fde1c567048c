package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * Pairs deleted with added files as {@code git diff -M} does (similarity of 50 %, at most 1,000 × 1,000 candidates):
 * equal content first, then equal base names that are unique, then the best of all pairs.
 *
 * <p>JGit's own detector reads both files anew for each pair and lays out every pair of equal files at once, which a
 * hostile change can turn into minutes or an exhausted heap. Here each file is read once, and a budget bounds how much
 * is read; beyond it files stay deleted and added, which calls more lines added, not fewer.
 */
final class RenameDetection {
    private static final int LEAST = Similarity.MAX_SCORE / 2;
    /** Files of one name are taken for the same sooner than git would compare them with all others. */
    private static final int LEAST_BY_NAME = LEAST + (Similarity.MAX_SCORE - LEAST) / 2;

    private static final long MOST_PAIRS = 1_000L * 1_000;
    private static final int CANDIDATES_KEPT = 4;
    private static final int EQUAL_FILES_TRIED = 100;
    private static final long LARGEST_FILE = 16L << 20;
    private static final long BUDGET = 96L << 20;

    private final Contents before;
    private final Contents after;
    private final Map<ObjectId, Similarity> known = new HashMap<>();
    private final Map<ObjectId, Long> sizes = new HashMap<>();
    private long budget = BUDGET;

    private List<TreeEntry> sources;
    private List<TreeEntry> targets;
    private final Map<TreeEntry, TreeEntry> sourceOf = new HashMap<>();
    private final Map<TreeEntry, TreeEntry> targetOf = new HashMap<>();

    private RenameDetection(List<Difference> differences, Contents before, Contents after) {
        this.before = before;
        this.after = after;
        this.sources = select(differences, Difference.Kind.DELETED);
        this.targets = select(differences, Difference.Kind.ADDED);
    }

    private static List<TreeEntry> select(List<Difference> differences, Difference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .map(difference -> kind == Difference.Kind.DELETED ? difference.old() : difference.current())
                .toList();
    }

    /** The same differences with renames joined, ordered by path. */
    static List<Difference> apply(List<Difference> differences, Contents before, Contents after) throws IOException {
        RenameDetection detection = new RenameDetection(differences, before, after);
        if (detection.sources.isEmpty() || detection.targets.isEmpty()) {
            return differences;
        }
        detection.pairEqual();
        detection.forgetPaired();
        detection.pairByName();
        detection.forgetPaired();
        if ((long) detection.sources.size() * detection.targets.size() <= MOST_PAIRS) {
            detection.pairBest();
        }
        return detection.result(differences);
    }

    private List<Difference> result(List<Difference> differences) {
        List<Difference> joined = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference.kind() == Difference.Kind.DELETED && targetOf.containsKey(difference.old())) {
                continue;
            }
            TreeEntry source = difference.kind() == Difference.Kind.ADDED ? sourceOf.get(difference.current()) : null;
            joined.add(
                    source == null
                            ? difference
                            : new Difference(Difference.Kind.RENAMED, source, difference.current()));
        }
        return joined;
    }

    private void pair(TreeEntry source, TreeEntry target) {
        sourceOf.put(target, source);
        targetOf.put(source, target);
    }

    private void forgetPaired() {
        sources =
                sources.stream().filter(source -> !targetOf.containsKey(source)).toList();
        targets =
                targets.stream().filter(target -> !sourceOf.containsKey(target)).toList();
    }

    private void pairEqual() {
        Map<ObjectId, List<TreeEntry>> byContent = new HashMap<>();
        for (TreeEntry source : sources) {
            byContent.computeIfAbsent(source.id(), id -> new ArrayList<>()).add(source);
        }
        for (TreeEntry target : targets) {
            List<TreeEntry> equal = byContent.getOrDefault(target.id(), List.of());
            TreeEntry best = closest(equal, target);
            if (best != null) {
                equal.remove(best);
                pair(best, target);
            }
        }
    }

    /** The first of the same name, else the first. */
    private static @Nullable TreeEntry closest(List<TreeEntry> equal, TreeEntry target) {
        TreeEntry first = null;
        int tried = 0;
        for (TreeEntry source : equal) {
            boolean sameType = source.isRegular() && target.isRegular() || source.mode() == target.mode();
            if (!sameType) {
                continue;
            }
            if (source.baseName().equals(target.baseName())) {
                return source;
            }
            first = first == null ? source : first;
            if (tried++ > EQUAL_FILES_TRIED) {
                break;
            }
        }
        return first;
    }

    private void pairByName() throws IOException {
        Map<String, List<TreeEntry>> byName = grouped(targets);
        for (Map.Entry<String, List<TreeEntry>> group : grouped(sources).entrySet()) {
            List<TreeEntry> candidates = byName.getOrDefault(group.getKey(), List.of());
            if (group.getValue().size() == 1 && candidates.size() == 1) {
                TreeEntry source = group.getValue().get(0);
                TreeEntry target = candidates.get(0);
                if (score(source, target, LEAST_BY_NAME) >= LEAST_BY_NAME) {
                    pair(source, target);
                }
            }
        }
    }

    private static Map<String, List<TreeEntry>> grouped(Collection<TreeEntry> entries) {
        Map<String, List<TreeEntry>> groups = new LinkedHashMap<>();
        entries.forEach(entry -> groups.computeIfAbsent(entry.baseName(), name -> new ArrayList<>())
                .add(entry));
        return groups;
    }

    private void pairBest() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (TreeEntry target : targets) {
            @Nullable Candidate[] best = new Candidate[CANDIDATES_KEPT];
            for (TreeEntry source : sources) {
                boolean sameName = source.baseName().equals(target.baseName());
                keepIfBetter(best, new Candidate(source, target, score(source, target, LEAST), sameName));
            }
            Arrays.stream(best)
                    .filter(candidate -> candidate != null && candidate.score >= LEAST)
                    .forEach(candidates::add);
        }
        candidates.sort(Candidate.BEST_FIRST);
        for (Candidate candidate : candidates) {
            if (!targetOf.containsKey(candidate.source) && !sourceOf.containsKey(candidate.target)) {
                pair(candidate.source, candidate.target);
            }
        }
    }

    private static void keepIfBetter(@Nullable Candidate[] best, Candidate candidate) {
        int worst = 0;
        for (int i = 1; i < best.length; i++) {
            if (Candidate.EMPTY_LAST.compare(best[i], best[worst]) > 0) {
                worst = i;
            }
        }
        if (Candidate.EMPTY_LAST.compare(best[worst], candidate) > 0) {
            best[worst] = candidate;
        }
    }

    private int score(TreeEntry source, TreeEntry target, int least) throws IOException {
        if (!source.isRegular() || !target.isRegular()) {
            return 0;
        }
        long one = size(source, before);
        long other = size(target, after);
        if (!Similarity.isPossible(one, other, least)) {
            return 0;
        }
        Similarity old = known.get(source.id());
        Similarity current = known.get(target.id());
        return old == null || current == null ? 0 : old.score(current);
    }

    /** The size of a file, which is read and measured on the way unless that would be too much. */
    private long size(TreeEntry file, Contents contents) throws IOException {
        Long size = sizes.get(file.id());
        if (size == null) {
            ObjectLoader content = contents.open(file);
            size = content.getSize();
            sizes.put(file.id(), size);
            budget -= size;
            if (size <= LARGEST_FILE && budget >= 0) {
                known.put(file.id(), new Similarity(content.getCachedBytes()));
            }
        }
        return size;
    }

    private record Candidate(TreeEntry source, TreeEntry target, int score, boolean sameName) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::score)
                .thenComparing(Candidate::sameName)
                .reversed();
        static final Comparator<@Nullable Candidate> EMPTY_LAST = Comparator.nullsLast(BEST_FIRST);
    }
}
