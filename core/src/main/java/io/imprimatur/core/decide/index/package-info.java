/**
 * A policy compiled into an index: which of its conditions hold, by a scan over bits. It answers exactly as walking the
 * trees does, and knows nothing of who asks.
 *
 * <p>{@link io.imprimatur.core.decide.index.RuleIndex} is the whole. Each distinct filter of findings is one bit
 * ({@link io.imprimatur.core.decide.index.FindingIndex}), each property of a finding a row of bits
 * ({@link io.imprimatur.core.decide.index.Column}), and all patterns for one property are one automaton
 * ({@link io.imprimatur.core.decide.index.GlobAutomaton}).
 */
@NullMarked
package io.imprimatur.core.decide.index;

import org.jspecify.annotations.NullMarked;
