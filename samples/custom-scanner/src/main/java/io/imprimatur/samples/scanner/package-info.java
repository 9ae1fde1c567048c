/** A scanner for what assistants leave behind, to be copied by whoever writes one. */
@NullMarked
package io.imprimatur.samples.scanner;

import org.jspecify.annotations.NullMarked;
