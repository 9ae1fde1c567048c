@NullMarked
package io.imprimatur.placeholder;

import org.jspecify.annotations.NullMarked;
