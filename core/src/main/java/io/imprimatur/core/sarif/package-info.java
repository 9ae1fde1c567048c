/**
 * Reads SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS Standard) of any tool, and lets any tool that
 * writes it be a scanner.
 *
 * <p>{@link io.imprimatur.core.sarif.SarifReader} makes of a report a stream of
 * {@link io.imprimatur.core.sarif.SarifResult}s; {@link io.imprimatur.core.sarif.SarifProvider} makes of a report, or of a
 * command that writes one, a scanner. Section numbers in this package are those of the standard.
 */
@NullMarked
package io.imprimatur.core.sarif;

import org.jspecify.annotations.NullMarked;
