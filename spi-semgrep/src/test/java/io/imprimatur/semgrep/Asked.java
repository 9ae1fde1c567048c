package io.imprimatur.semgrep;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a scanner is asked in a test, and what it answers. */
record Asked(Change change, ChangeContent content, Duration remaining, BooleanSupplier cancelled)
        implements ScanRequest {

    /** What it answers. */
    record Answer(List<FindingDraft> findings, Coverage coverage) {
        List<String> rules() {
            return findings.stream().map(FindingDraft::rule).sorted().toList();
        }

        List<String> gaps() {
            return coverage.gaps().stream()
                    .map(gap -> gap.cause().id() + " " + (gap.path() == null ? "*" : gap.path()) + " " + gap.detail())
                    .toList();
        }

        List<Gap.Cause> causes() {
            return coverage.gaps().stream().map(Gap::cause).toList();
        }

        /** {@code rule path:line}. */
        List<String> places() {
            return findings.stream()
                    .map(finding -> finding.rule() + " " + finding.path() + ":" + finding.firstLine())
                    .sorted()
                    .toList();
        }
    }

    static Asked about(MemoryChange change) {
        return new Asked(change.change(), change, Duration.ofMinutes(2), () -> false);
    }

    Asked within(Duration time) {
        return new Asked(change, content, time, cancelled);
    }

    Asked until(BooleanSupplier newCancelled) {
        return new Asked(change, content, remaining, newCancelled);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    Answer of(ScannerProvider provider) throws InterruptedException {
        return of(provider, Map.of());
    }

    Answer of(ScannerProvider provider, Map<String, ScannerSettings.Setting> settings) throws InterruptedException {
        List<FindingDraft> findings = new ArrayList<>();
        try (Scanner scanner =
                provider.create(new ScannerSettings(SemgrepProvider.ID, "policy.yaml", settings), SecretSource.NONE)) {
            Coverage coverage = scanner.scan(this, findings::add);
            return new Answer(findings, coverage);
        }
    }
}
