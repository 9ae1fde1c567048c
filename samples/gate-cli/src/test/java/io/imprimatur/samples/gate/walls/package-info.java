/** The walls of the house: what may know what, and what library code never does. One place, because only here is every module on the class path. */
@NullMarked
package io.imprimatur.samples.gate.walls;

import org.jspecify.annotations.NullMarked;
