@NullMarked
package io.imprimatur.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
