package io.imprimatur.scan;

import io.imprimatur.error.ImprimaturException;

/**
 * Makes a {@link Scanner}. Found by {@link java.util.ServiceLoader}, on the class path
 * ({@code META-INF/services/io.imprimatur.scan.ScannerProvider}) and on the module path ({@code provides}), or handed to
 * the gate.
 *
 * <p>A provider MUST have a public constructor without parameters (or a public static {@code provider()} method, on the
 * module path), which MUST do nothing slow. It MUST be thread-safe.
 */
public interface ScannerProvider {
    /** What the scanner is. MUST be the same at every call and MUST NOT do anything slow. */
    ScannerDescriptor descriptor();

    /**
     * Makes the scanner. MUST refuse settings that it does not know (read every key through the settings' accessors, then
     * {@link ScannerSettings#check}). MUST take secrets from {@code secrets} alone, never from the environment. MUST NOT
     * read the clock, the network or a file here unless the scanner cannot work without.
     *
     * @throws ImprimaturException where the settings are refused or the scanner cannot work
     */
    Scanner create(ScannerSettings settings, SecretSource secrets);
}
