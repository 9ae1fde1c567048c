/** Looks into the files at head: whether they are there, their lines as git counts them, and which the change brought. */
@NullMarked
package io.imprimatur.core.head;

import org.jspecify.annotations.NullMarked;
