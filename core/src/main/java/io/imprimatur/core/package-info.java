/** The gate: the one door through which an embedder uses all of this. */
@NullMarked
package io.imprimatur.core;

import org.jspecify.annotations.NullMarked;
