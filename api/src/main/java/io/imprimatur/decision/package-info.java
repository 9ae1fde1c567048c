/** What is decided, and why: the verdict, the rules that fired on which facts, and what would clear them. */
@NullMarked
package io.imprimatur.decision;

import org.jspecify.annotations.NullMarked;
