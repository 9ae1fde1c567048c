/** The contract kit. */
@NullMarked
package io.imprimatur.kit;

import org.jspecify.annotations.NullMarked;
