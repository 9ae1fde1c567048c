/** How bad a change could turn out to be, and what contributes to that. */
@NullMarked
package io.imprimatur.risk;

import org.jspecify.annotations.NullMarked;
