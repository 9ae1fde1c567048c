/** What crosses a process border, as JSON: documents of every type, and drafts that outsiders hand in. */
@NullMarked
package io.imprimatur.core.json;

import org.jspecify.annotations.NullMarked;
