/**
 * Runs scanners that others wrote: finds them, gives each its time and its room, and makes of whatever they do a report
 * that says what was found and what was not covered.
 */
@NullMarked
package io.imprimatur.core.scan;

import org.jspecify.annotations.NullMarked;
