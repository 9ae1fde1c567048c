package io.imprimatur.secrets;

import io.imprimatur.finding.Category;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.util.List;

/**
 * Provides the scanner {@code secrets}: provider tokens, private keys and passwords in URLs, in the files that a change
 * leaves behind. Findings have the category {@link Category#SECRET}.
 *
 * <p>Its one setting is {@code max-file-size}, in bytes, 10 MiB unless said otherwise: a larger file is not read, and is
 * a gap in its coverage.
 *
 * <p>It uses no secret of the embedder and reads nothing but the change. Thread-safe.
 */
public final class SecretsProvider implements ScannerProvider {
    private static final String MAX_FILE_SIZE = "max-file-size";
    private static final int DEFAULT_MAX_FILE_SIZE = 10 << 20;
    private static final int LARGEST_MAX_FILE_SIZE = 256 << 20;

    private static final ScannerDescriptor DESCRIPTOR = new ScannerDescriptor("secrets", "1", List.of(Category.SECRET));

    /** For {@link java.util.ServiceLoader}. */
    public SecretsProvider() {}

    @Override
    public ScannerDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scanner create(ScannerSettings settings, SecretSource secrets) {
        long limit = settings.whole(MAX_FILE_SIZE, 1, LARGEST_MAX_FILE_SIZE).orElse((long) DEFAULT_MAX_FILE_SIZE);
        settings.check();
        return new SecretsScanner(new SecretDetector(), (int) limit);
    }
}
