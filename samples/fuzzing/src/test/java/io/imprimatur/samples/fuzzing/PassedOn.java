package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScanAnswer;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;

/** What comes of the reports that a scanner passes on. */
final class PassedOn {
    private static final Drafts DRAFTS = new Drafts();
    private static final Fingerprint ANY = new Fingerprint(new Digest("0".repeat(64)));

    private PassedOn() {}

    /** Each finding can be placed. */
    static Coverage check(ScannerProvider provider, MemoryChange change) throws InterruptedException {
        String id = provider.descriptor().id();
        try (Scanner scanner = provider.create(ScannerSettings.none(id), SecretSource.NONE)) {
            ScanAnswer answer = ScanAnswer.of(scanner, change);
            for (FindingDraft draft : answer.findings()) {
                assertThat(draft.message()).doesNotContain("\u001b", "\n");
                DRAFTS.finding(draft, id, ANY, Origin.UNKNOWN);
            }
            return answer.coverage();
        }
    }
}
