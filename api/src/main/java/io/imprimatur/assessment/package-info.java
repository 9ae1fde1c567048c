/** All that is known about a change before anyone judges it. */
@NullMarked
package io.imprimatur.assessment;

import org.jspecify.annotations.NullMarked;
