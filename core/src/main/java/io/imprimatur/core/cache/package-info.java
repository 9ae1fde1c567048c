/** Answers kept between runs, so that what did not change is not asked again. */
@NullMarked
package io.imprimatur.core.cache;

import org.jspecify.annotations.NullMarked;
