/** Readers of hostile input under a coverage-guided fuzzer. */
@NullMarked
package io.imprimatur.samples.fuzzing;

import org.jspecify.annotations.NullMarked;
