/** Who wrote which line, with what model, and how strong the evidence is. */
@NullMarked
package io.imprimatur.provenance;

import org.jspecify.annotations.NullMarked;
