package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;

/**
 * Asks a scanner only what is not known of it yet: about the files that are new to it, or, where it answers of a change as a
 * whole, about changes that are. A scanner without {@link Scanner#basis} is always asked.
 */
final class KeptAnswers {
    private final AnswerCache cache;

    KeptAnswers(AnswerCache cache) {
        this.cache = cache;
    }

    Coverage scan(ScannerDescriptor descriptor, Scanner scanner, ScanRequest request, FindingSink findings)
            throws InterruptedException {
        String basis = scanner.basis().orElse(null);
        if (basis == null) {
            return scanner.scan(request, findings);
        }
        Keeping keeping =
                new Keeping(cache, descriptor, basis, scanner.freshFor().orElse(null));
        Digest whole;
        try {
            whole = scanner.dependsOn(request).orElse(null);
        } catch (ImprimaturException unreadable) {
            // What it cannot read, it says itself.
            return scanner.scan(request, findings);
        }
        return whole == null
                ? new FileByFile(keeping, scanner, request, findings).scan()
                : new AsAWhole(keeping, scanner, request, findings).scan(whole);
    }
}
