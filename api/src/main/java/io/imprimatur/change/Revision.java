package io.imprimatur.change;

import io.imprimatur.error.Preconditions;

/** One side of a change. */
public sealed interface Revision {

    /** A commit, by its id of 40 or 64 lower-case hexadecimal digits. */
    record OfCommit(String id) implements Revision {
        public OfCommit {
            checkCommitId(id);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** The tree with nothing in it: what a first commit is compared with. */
    record Empty() implements Revision {
        @Override
        public String toString() {
            return "empty";
        }
    }

    /** What is staged to be committed. */
    record Index() implements Revision {
        @Override
        public String toString() {
            return "index";
        }
    }

    /** The files on disk. */
    record WorkingTree() implements Revision {
        @Override
        public String toString() {
            return "working-tree";
        }
    }

    /** Refuses what is not a commit id. */
    static void checkCommitId(String id) {
        Preconditions.notNull(id, "commit id");
        Preconditions.check(
                id.matches("[0-9a-f]{40}|[0-9a-f]{64}"),
                "commit id",
                id,
                "must be 40 or 64 lower-case hexadecimal digits");
    }
}
