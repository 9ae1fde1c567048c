@NullMarked
package io.imprimatur.git;

import org.jspecify.annotations.NullMarked;
