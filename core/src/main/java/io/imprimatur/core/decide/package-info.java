/**
 * Decides: a pure function of an assessment and a policy. The evaluator here walks the tree of each condition as it
 * stands; it is the reference against which any faster one is held.
 */
@NullMarked
package io.imprimatur.core.decide;

import org.jspecify.annotations.NullMarked;
