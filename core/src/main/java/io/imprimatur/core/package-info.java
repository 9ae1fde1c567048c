@NullMarked
package io.imprimatur.core;

import org.jspecify.annotations.NullMarked;
