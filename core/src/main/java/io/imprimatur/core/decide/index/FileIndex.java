package io.imprimatur.core.decide.index;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileKind;
import io.imprimatur.change.RepoPath;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters of files of a policy, told apart by identity. What they say of files it finds by one pass over each path. Since
 * an automaton takes long to make, it makes one only after so much was asked of filters one by one that it would have paid.
 *
 * <p>Immutable and thread-safe, but for what it remembers of patterns, which changes no answer.
 */
public final class FileIndex {
    /** From so many pairs of a filter and a file on, in all decisions together, the automaton pays. */
    static final int MANY = 5_000;

    private static final List<FileKind> KINDS = List.of(FileKind.values());

    private final List<FileFilter> filters;
    private final BiPredicate<FileFilter, ChangedFile> passes;
    private final Function<FileKind, List<Glob>> kinds;
    private final AtomicLong pairs = new AtomicLong();
    private volatile @Nullable GlobAutomaton automaton;

    /**
     * Of the filters in conditions without parts.
     *
     * @param passes whether a filter lets a file through
     * @param kinds the patterns of which a file of a kind matches one
     */
    public FileIndex(
            List<Condition> conditions,
            BiPredicate<FileFilter, ChangedFile> passes,
            Function<FileKind, List<Glob>> kinds) {
        Set<FileFilter> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Condition condition : conditions) {
            if (condition instanceof Files files) {
                found.add(files.filter());
            } else if (condition instanceof Size size) {
                found.add(size.files());
            } else if (condition instanceof AiShare share) {
                found.add(share.files());
            }
        }
        this.filters = List.copyOf(found);
        this.passes = passes;
        this.kinds = kinds;
    }

    /** Which of these files a filter lets through, in their order. The answer belongs to one thread. */
    public Function<FileFilter, List<ChangedFile>> passing(List<ChangedFile> files) {
        if (pairs.addAndGet((long) filters.size() * files.size()) < MANY) {
            return filter -> oneByOne(filter, files);
        }
        IdentityHashMap<FileFilter, List<ChangedFile>> passing = new IdentityHashMap<>();
        return filter -> {
            if (passing.isEmpty()) {
                passing.putAll(atOnce(files));
            }
            List<ChangedFile> known = passing.get(filter);
            return known == null ? oneByOne(filter, files) : known;
        };
    }

    private List<ChangedFile> oneByOne(FileFilter filter, List<ChangedFile> files) {
        List<ChangedFile> passing = new ArrayList<>();
        for (ChangedFile file : files) {
            if (passes.test(filter, file)) {
                passing.add(file);
            }
        }
        return passing;
    }

    private IdentityHashMap<FileFilter, List<ChangedFile>> atOnce(List<ChangedFile> files) {
        List<List<ChangedFile>> passing = new ArrayList<>();
        filters.forEach(filter -> passing.add(new ArrayList<>()));
        for (ChangedFile file : files) {
            long[] now = automaton().passed(file.path().text());
            RepoPath before = file.movedFrom().orElse(null);
            long[] then = before == null ? now : automaton().passed(before.text());
            for (int i = 0; i < filters.size(); i++) {
                List<ChangeStatus> statuses = filters.get(i).statuses();
                if ((statuses.isEmpty() || statuses.contains(file.status())) && (passes(i, now) || passes(i, then))) {
                    passing.get(i).add(file);
                }
            }
        }
        IdentityHashMap<FileFilter, List<ChangedFile>> byFilter = new IdentityHashMap<>();
        for (int i = 0; i < filters.size(); i++) {
            byFilter.put(filters.get(i), passing.get(i));
        }
        return byFilter;
    }

    // The slots of the automaton: what each filter asks of paths, then what each leaves outside, then the kinds.

    private GlobAutomaton automaton() {
        GlobAutomaton known = automaton;
        if (known == null) {
            List<List<Glob>> lists = new ArrayList<>();
            filters.forEach(filter -> lists.add(filter.paths()));
            filters.forEach(filter -> lists.add(filter.outside()));
            KINDS.forEach(kind -> lists.add(isAsked(kind) ? kinds.apply(kind) : List.of()));
            known = new GlobAutomaton(lists);
            automaton = known;
        }
        return known;
    }

    private boolean isAsked(FileKind kind) {
        return filters.stream().anyMatch(filter -> filter.kinds().contains(kind));
    }

    private boolean passes(int number, long[] path) {
        FileFilter filter = filters.get(number);
        return Bits.has(path, number)
                && (filter.outside().isEmpty() || !Bits.has(path, filters.size() + number))
                && (filter.kinds().isEmpty() || isOne(filter.kinds(), path));
    }

    private boolean isOne(List<FileKind> asked, long[] path) {
        for (FileKind kind : asked) {
            if (Bits.has(path, 2 * filters.size() + KINDS.indexOf(kind))) {
                return true;
            }
        }
        return false;
    }
}
