/** Runs Semgrep or Opengrep on the files of a change, or reads what it reported. */
@NullMarked
package io.imprimatur.semgrep;

import org.jspecify.annotations.NullMarked;
