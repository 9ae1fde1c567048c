/**
 * What every reader of a foreign report needs, whoever wrote it: JSON as a stream with located errors and bounds
 * ({@link io.imprimatur.core.intake.JsonStream}), the file at head that a tool means by what it writes
 * ({@link io.imprimatur.core.intake.PathMapping}), a place that exists there
 * ({@link io.imprimatur.core.intake.Placing}), and text in which nothing is hidden
 * ({@link io.imprimatur.core.intake.CleanText}).
 *
 * <p>A report is hostile until proved otherwise: it may be cut off, huge, deep, for another tool, or made to mislead.
 */
@NullMarked
package io.imprimatur.core.intake;

import org.jspecify.annotations.NullMarked;
