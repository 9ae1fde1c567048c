/**
 * Reads the text of a document, YAML or JSON, into a tree in which every node knows its place.
 *
 * <p>The text is hostile until proved otherwise: its size, depth and number of nodes are bounded, and whatever makes
 * a file mean something else than it seems to (aliases, tags, merge keys, duplicate keys, hidden characters) is
 * refused with line, column and remedy. {@link io.imprimatur.core.document.DocumentReader} is the way in,
 * {@link io.imprimatur.core.document.Node} the tree that comes out.
 */
@NullMarked
package io.imprimatur.core.document;

import org.jspecify.annotations.NullMarked;
