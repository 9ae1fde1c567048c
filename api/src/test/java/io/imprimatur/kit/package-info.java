/**
 * The contract kit: what whoever writes a scanner tests it with. Extend {@link io.imprimatur.kit.ScannerContractTest} to
 * have every duty of the interface as a test, and build changes with {@link io.imprimatur.kit.MemoryChange} for tests of
 * your own. Needs JUnit Jupiter, which you declare yourself, and nothing else.
 */
@NullMarked
package io.imprimatur.kit;

import org.jspecify.annotations.NullMarked;
