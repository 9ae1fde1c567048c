/** The quantities that every house of the street shares: a share from 0 to 1, an interval of it, and a truth that may be unknown. */
@NullMarked
package io.imprimatur.measure;

import org.jspecify.annotations.NullMarked;
