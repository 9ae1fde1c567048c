/** The risk model that comes with the library. */
@NullMarked
package io.imprimatur.core.risk;

import org.jspecify.annotations.NullMarked;
