/** What goes wrong: one exception, with a stable code and every problem located. */
@NullMarked
package io.imprimatur.error;

import org.jspecify.annotations.NullMarked;
