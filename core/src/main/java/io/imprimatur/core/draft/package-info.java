/** From drafts, which outsiders fill, to the strict types: everything that is wrong is said at once. */
@NullMarked
package io.imprimatur.core.draft;

import org.jspecify.annotations.NullMarked;
