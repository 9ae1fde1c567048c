package io.imprimatur.change;

/** What a path of a tree is, as git's tree modes have it. */
public enum FileMode {
    /** An ordinary file (100644). */
    REGULAR,
    /** A file that can be run (100755). */
    EXECUTABLE,
    /** A symbolic link (120000); its content is the target. */
    SYMLINK,
    /** A commit of another repository (160000); its content is that commit's id, as text. */
    SUBMODULE
}
