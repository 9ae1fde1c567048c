/** Works out who wrote a change: from commit trailers and known agents, as intervals. */
@NullMarked
package io.imprimatur.core.provenance;

import org.jspecify.annotations.NullMarked;
