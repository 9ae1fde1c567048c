/** What the tests of several modules read beside the repository. */
@NullMarked
package io.imprimatur.shared;

import org.jspecify.annotations.NullMarked;
