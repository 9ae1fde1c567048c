/** Reads a change out of a git repository: runs nothing, writes nothing, stays inside. */
@NullMarked
package io.imprimatur.git;

import org.jspecify.annotations.NullMarked;
