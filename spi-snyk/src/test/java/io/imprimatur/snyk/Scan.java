package io.imprimatur.snyk;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.Digest;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the scanner says about a change. */
record Scan(List<FindingDraft> findings, Coverage coverage) {
    /** Put together at run time, so that it stands in no file. */
    static final String TOKEN = String.join("-", "5eb1c0de", "d00d", "4bad", "8bad", "0123456789ab");

    static final SecretSource SECRETS =
            name -> name.equals("snyk.token") ? Optional.of(TOKEN.toCharArray()) : Optional.empty();

    static Scan of(SnykProvider provider, MemoryChange change) throws InterruptedException {
        return of(provider, Map.of(), change, Duration.ofMinutes(2));
    }

    static Scan of(SnykProvider provider, Map<String, Setting> policy, MemoryChange change, Duration patience)
            throws InterruptedException {
        List<FindingDraft> findings = new ArrayList<>();
        ScannerSettings settings = new ScannerSettings(SnykProvider.ID, "policy.yaml", policy);
        try (Scanner scanner = provider.create(settings, SECRETS)) {
            Coverage coverage = scanner.scan(new Request(change.change(), change, patience), findings::add);
            return new Scan(findings, coverage);
        }
    }

    /** What the answer depends on of a change. */
    static Optional<Digest> dependsOn(SnykProvider provider, Map<String, Setting> policy, MemoryChange change)
            throws InterruptedException {
        ScannerSettings settings = new ScannerSettings(SnykProvider.ID, "policy.yaml", policy);
        try (Scanner scanner = provider.create(settings, SECRETS)) {
            return scanner.dependsOn(new Request(change.change(), change, Duration.ofMinutes(2)));
        }
    }

    List<Gap> gaps() {
        return coverage.gaps();
    }

    /** Gaps for people: the path or {@code -}, the cause, and why. */
    List<String> gapWords() {
        return gaps().stream()
                .map(gap -> (gap.path() == null ? "-" : gap.path().text()) + " "
                        + gap.cause().id() + " " + gap.detail())
                .toList();
    }

    private record Request(Change change, ChangeContent content, Duration remaining) implements ScanRequest {
        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
