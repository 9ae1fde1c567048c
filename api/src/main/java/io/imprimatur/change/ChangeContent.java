package io.imprimatur.change;

/**
 * Read access to both sides of a change, straight from where the repository stores them, never from a checkout.
 * Implementations MUST be safe for use by several threads, MUST NOT run a program, and MUST NOT read a file outside the
 * repository.
 */
public interface ChangeContent {
    /** The tree before the change. */
    Tree base();

    /** The tree after the change. */
    Tree head();
}
