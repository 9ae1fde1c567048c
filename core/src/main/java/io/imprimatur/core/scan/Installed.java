package io.imprimatur.core.scan;

import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;

/**
 * A scanner that is there.
 *
 * @param descriptor what it said it is, asked once and for all
 */
record Installed(ScannerDescriptor descriptor, ScannerProvider provider) {
    String id() {
        return descriptor.id();
    }

    String className() {
        return provider.getClass().getName();
    }
}
