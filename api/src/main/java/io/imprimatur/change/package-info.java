/** What changed: paths, line ranges, content digests, commits, and read access to both sides. */
@NullMarked
package io.imprimatur.change;

import org.jspecify.annotations.NullMarked;
