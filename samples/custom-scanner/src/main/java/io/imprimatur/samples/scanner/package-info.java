@NullMarked
package io.imprimatur.samples.scanner;

import org.jspecify.annotations.NullMarked;
