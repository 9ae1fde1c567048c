package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;

/** Where the policy of a decision came from. Never from the head of the change. */
public sealed interface PolicyOrigin {

    /**
     * From the branch that the change is meant for.
     *
     * @param commit the commit that it was read at
     * @param path the file
     */
    record TargetBranch(String commit, String path) implements PolicyOrigin {
        public TargetBranch {
            Preconditions.text(commit, "commit", 1000);
            Preconditions.text(path, "path", 20_000);
        }

        @Override
        public String toString() {
            return path + " at " + commit;
        }
    }

    /**
     * From the caller.
     *
     * @param name what the caller calls it, for example the name of a file
     */
    record Caller(String name) implements PolicyOrigin {
        public Caller {
            Preconditions.text(name, "name", 20_000);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The starter policy that comes with the library: the target branch has none and the caller gave none. */
    record Starter() implements PolicyOrigin {
        @Override
        public String toString() {
            return "the embedded starter policy";
        }
    }
}
