/** What scanners find: a rule that matched, how bad it is, where, and what would fix it. */
@NullMarked
package io.imprimatur.finding;

import org.jspecify.annotations.NullMarked;
