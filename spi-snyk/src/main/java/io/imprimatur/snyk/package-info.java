/** Runs the Snyk CLI on what a change leaves behind, or reads what it reported. */
@NullMarked
package io.imprimatur.snyk;

import org.jspecify.annotations.NullMarked;
