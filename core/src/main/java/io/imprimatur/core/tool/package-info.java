/**
 * Runs programs that others wrote: the one place where this library starts a process.
 *
 * <p>A program is named by an absolute path and gets a list of arguments, never a line for a shell; an environment of
 * nothing but what is named; no input; a private folder for everything that it writes. Its output is bounded, it has until
 * a deadline, and when it ends, however it ends, whatever it started ends too. What came of it is a
 * {@link io.imprimatur.core.tool.ToolOutcome}, never a bare number.
 */
@NullMarked
package io.imprimatur.core.tool;

import org.jspecify.annotations.NullMarked;
