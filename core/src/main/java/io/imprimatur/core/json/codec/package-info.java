/**
 * Every type that crosses a process border as JSON: for each a class in which what is written stands beside what is read.
 *
 * <p>One form throughout: keys are the names of the type's parts; what is absent is left out and never null, a list is
 * always there and in the type's own order; constants are in lower case with hyphens, ratios decimal texts, times by RFC
 * 3339, digests {@code sha256:…}. So one value has one form, and equal values have equal bytes.
 */
@NullMarked
package io.imprimatur.core.json.codec;

import org.jspecify.annotations.NullMarked;
