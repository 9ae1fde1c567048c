/**
 * JSON to be written: a small tree of values, as text for people and in the canonical form of RFC 8785 for digests. Read
 * back through {@link io.imprimatur.core.document.DocumentReader}.
 */
@NullMarked
package io.imprimatur.core.json.value;

import org.jspecify.annotations.NullMarked;
