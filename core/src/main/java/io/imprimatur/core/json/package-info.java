/**
 * The types of the api as JSON documents, out and in.
 *
 * <p>A document is written from a small tree of values ({@code JsonValue}), for digests in the canonical form of RFC
 * 8785, and read back through {@link io.imprimatur.core.document.DocumentReader}, whose tree knows the place of
 * everything that could be wrong.
 */
@NullMarked
package io.imprimatur.core.json;

import org.jspecify.annotations.NullMarked;
