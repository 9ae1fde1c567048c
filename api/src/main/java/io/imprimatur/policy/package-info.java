/** A policy as data: rules that can only tighten, over conditions that can be read, checked and explained. */
@NullMarked
package io.imprimatur.policy;

import org.jspecify.annotations.NullMarked;
