package io.imprimatur.git;

import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Commits and how they descend from each other. A shallow clone knows only a part; where that matters it is said. */
final class History {
    private static final String UNSHALLOW = "run `git fetch --unshallow`";

    private final StoredObjects objects;
    private final Set<ObjectId> shallow;

    History(StoredObjects objects, Set<ObjectId> shallow) {
        this.objects = objects;
        this.shallow = Set.copyOf(shallow);
    }

    /** The ids in the {@code shallow} file. */
    static Set<ObjectId> shallow(byte @Nullable [] file) {
        Set<ObjectId> ids = new HashSet<>();
        if (file != null) {
            new String(file, StandardCharsets.US_ASCII)
                    .lines()
                    .filter(ObjectId::isId)
                    .map(ObjectId::fromString)
                    .forEach(ids::add);
        }
        return ids;
    }

    StoreReader reader() {
        return new StoreReader(objects, shallow);
    }

    /** The commit that an object is, or that it tags. */
    RevCommit commit(ObjectId id, String asked) throws IOException {
        try (RevWalk walk = walk()) {
            return walk.parseCommit(id);
        } catch (MissingObjectException missing) {
            throw missing(missing);
        } catch (IncorrectObjectTypeException other) {
            throw Trouble.notFound(asked + " names an object that is no commit, " + id.name(), "name a commit");
        }
    }

    boolean isShallow() {
        return !shallow.isEmpty();
    }

    /** The first parent; null for a root commit. */
    @Nullable
    RevCommit firstParent(RevCommit commit) throws IOException {
        return commit.getParentCount() == 0 && !isCut(commit) ? null : parent(commit, 1);
    }

    /** The n-th parent, counted from 1. */
    RevCommit parent(RevCommit commit, int n) throws IOException {
        if (isCut(commit)) {
            throw Trouble.noMergeBase(
                    "the parents of commit " + commit.name() + " are not in this shallow clone", UNSHALLOW);
        }
        if (n > commit.getParentCount()) {
            throw Trouble.notFound("commit " + commit.name() + " has no parent number " + n, "name another commit");
        }
        return commit(commit.getParent(n - 1), "parent " + n + " of " + commit.name());
    }

    /** Every parent; of a commit at the edge of a shallow clone they are not known. */
    List<RevCommit> parents(RevCommit commit) throws IOException {
        List<RevCommit> parents = new ArrayList<>();
        for (int n = 1; n <= commit.getParentCount() || (n == 1 && isCut(commit)); n++) {
            parents.add(parent(commit, n));
        }
        return parents;
    }

    private boolean isCut(ObjectId commit) {
        return shallow.contains(commit);
    }

    /**
     * The best common ancestor. Of several, as a criss-cross merge makes them, the one with the latest commit date, as
     * {@code git diff base...head} chooses.
     */
    RevCommit mergeBase(RevCommit base, RevCommit head) throws IOException {
        if (base.equals(head)) {
            return head;
        }
        List<RevCommit> found = new ArrayList<>();
        try (RevWalk walk = walk()) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(base));
            walk.markStart(walk.parseCommit(head));
            for (RevCommit ancestor : walk) {
                found.add(ancestor);
            }
        } catch (MissingObjectException missing) {
            throw missing(missing);
        }
        if (found.isEmpty() && isShallow()) {
            throw Trouble.noMergeBase(
                    "this shallow clone does not reach back to where " + base.name() + " and " + head.name()
                            + " parted",
                    UNSHALLOW);
        }
        return found.stream()
                .max(Comparator.comparingInt(RevCommit::getCommitTime))
                .orElseThrow(() -> Trouble.noMergeBase(
                        base.name() + " and " + head.name() + " have no common ancestor",
                        "choose a base that the head descends from, or judge single commits"));
    }

    /** The commits reachable from the head and not from the base, each after its parents; at most {@code limit}. */
    List<RevCommit> between(RevCommit base, RevCommit head, int limit) throws IOException {
        List<RevCommit> commits = new ArrayList<>();
        try (RevWalk walk = walk()) {
            walk.sort(RevSort.TOPO, true);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(head));
            walk.markUninteresting(walk.parseCommit(base));
            for (RevCommit commit : walk) {
                if (commits.size() == limit) {
                    throw Trouble.unreadable(
                            "there are more than " + limit + " commits between base and head",
                            "judge a smaller range, or raise the limit");
                }
                commits.add(commit);
            }
        } catch (MissingObjectException missing) {
            throw missing(missing);
        }
        return commits;
    }

    ImprimaturException missing(MissingObjectException missing) {
        return Trouble.missing(missing.getObjectId(), objects.isPartial(), isShallow());
    }

    @SuppressWarnings("resource") // a walk closes nothing but its reader, which holds nothing
    private RevWalk walk() {
        return new RevWalk(reader());
    }
}
