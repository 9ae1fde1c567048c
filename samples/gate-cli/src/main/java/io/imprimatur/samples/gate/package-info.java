@NullMarked
package io.imprimatur.samples.gate;

import org.jspecify.annotations.NullMarked;
