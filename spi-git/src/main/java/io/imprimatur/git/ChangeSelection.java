package io.imprimatur.git;

import io.imprimatur.error.Preconditions;

/**
 * Which change of a repository is meant. Revisions are named as git names them: a branch, a tag, a remote branch, a full
 * ref name ({@code refs/pull/1/merge}), an id or the beginning of one, {@code HEAD}, each followed by any of {@code ~n}
 * and {@code ^n}.
 */
public sealed interface ChangeSelection {
    /** The longest name of a revision. */
    int MAX_REVISION = 1000;

    /**
     * What a branch brings: from the merge base of the two to the head, as {@code git diff base...head} shows it. Where
     * they have several merge bases, the one with the latest commit date is taken, as git does.
     *
     * @param base the branch that the change is meant for. The change is told its name as whoever keeps the branch calls
     *     it: {@code main} for {@code origin/main} and {@code refs/heads/main}; none for an id, a tag or {@code main~1}
     * @param head the branch that brings it
     */
    record Range(String base, String head) implements ChangeSelection {
        public Range {
            Preconditions.text(base, "base", MAX_REVISION);
            Preconditions.text(head, "head", MAX_REVISION);
        }
    }

    /** One commit against its first parent; a first commit against the empty tree. */
    record OneCommit(String commit) implements ChangeSelection {
        public OneCommit {
            Preconditions.text(commit, "commit", MAX_REVISION);
        }
    }

    /**
     * What is staged, against {@code HEAD}; where there is no commit yet, against the empty tree. It is meant for the
     * branch that is checked out.
     */
    record Staged() implements ChangeSelection {}

    /**
     * The files on disk, tracked or neither tracked nor ignored, against {@code HEAD}. Their bytes are taken as they
     * are: no filter is run. A file that git might convert on its way into a commit is named as unread. They are meant
     * for the branch that is checked out.
     */
    record WorkingTree() implements ChangeSelection {}

    /** From the merge base of the two to the head. */
    static ChangeSelection range(String base, String head) {
        return new Range(base, head);
    }

    /** One commit. */
    static ChangeSelection commit(String commit) {
        return new OneCommit(commit);
    }

    /** What is staged. */
    static ChangeSelection staged() {
        return new Staged();
    }

    /** The files on disk. */
    static ChangeSelection workingTree() {
        return new WorkingTree();
    }
}
