@NullMarked
package io.imprimatur.secrets;

import org.jspecify.annotations.NullMarked;
