/** Looks into the files at head: whether they are there, and their lines as git counts them. */
@NullMarked
package io.imprimatur.core.head;

import org.jspecify.annotations.NullMarked;
