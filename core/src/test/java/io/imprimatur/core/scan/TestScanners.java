package io.imprimatur.core.scan;

import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.time.Duration;
import java.util.List;

/** Scanners of one lambda, and runs of them. */
final class TestScanners {
    static final Duration SOON = Duration.ofMillis(800);
    static final ScanLimits SHORT = new ScanLimits(SOON, Duration.ofSeconds(20), 10_000);

    private TestScanners() {}

    interface Body {
        Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException;
    }

    interface Maker {
        Scanner create(ScannerSettings settings, SecretSource secrets);
    }

    static ScannerProvider provider(String id, Maker maker) {
        return new ScannerProvider() {
            @Override
            public ScannerDescriptor descriptor() {
                return new ScannerDescriptor(id, "1", List.of(Category.QUALITY, Category.SECRET, Category.PII));
            }

            @Override
            public Scanner create(ScannerSettings settings, SecretSource secrets) {
                return maker.create(settings, secrets);
            }
        };
    }

    static ScannerProvider scanner(String id, Body body) {
        return provider(id, (settings, secrets) -> body::scan);
    }

    /** Reports what is given and covers everything. */
    static ScannerProvider reporting(FindingDraft... drafts) {
        return scanner("test", (request, findings) -> {
            for (FindingDraft draft : drafts) {
                findings.accept(draft);
            }
            return Coverage.COMPLETE;
        });
    }

    static FindingDraft.Builder draft() {
        return FindingDraft.builder("rule", Severity.LOW, Category.QUALITY, "A message");
    }

    static FindingDraft at(String path, int line) {
        return draft().at(RepoPath.of(path), line).build();
    }

    static MemoryChange change() {
        return MemoryChange.builder().head("a.txt", "one\ntwo\nthree\n").build();
    }

    /** The report of one scanner within the usual limits. */
    static ScanReport report(ScannerProvider provider, MemoryChange change) {
        return report(provider, change, ScanLimits.DEFAULT);
    }

    /** The report of one scanner that is not to be waited for. */
    static ScanReport reportSoon(ScannerProvider provider) {
        return report(provider, change(), SHORT);
    }

    private static ScanReport report(ScannerProvider provider, MemoryChange change, ScanLimits limits) {
        try (ScanRunner runner =
                ScanRunner.builder(Scanners.of(provider)).limits(limits).build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }

    static ScanReport report(ScannerProvider provider) {
        return report(provider, change());
    }

    static Gap onlyGap(ScanReport report) {
        if (report.coverage().gaps().size() != 1) {
            throw new AssertionError("must have one gap: " + report.coverage());
        }
        return report.coverage().gaps().get(0);
    }
}
