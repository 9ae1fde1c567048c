package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a change as they stood before it, to be scanned as well: what is found there already is not new. */
final class BaseSide {
    private BaseSide() {}

    /** A change that touches those files and changes nothing. */
    static Change change(Change change) {
        TreeMap<RepoPath, ChangedFile> files = new TreeMap<>();
        for (ChangedFile file : change.files()) {
            FileVersion before = file.before();
            if (before != null) {
                files.put(
                        before.path(),
                        new ChangedFile(ChangeStatus.MODIFIED, before, before, LineRanges.NONE, 0, true));
            }
        }
        return new Change(
                change.repository(),
                change.base(),
                change.base(),
                change.target(),
                List.of(),
                null,
                List.copyOf(files.values()),
                List.of());
    }

    /** The content of the base, on both sides. */
    static ChangeContent content(ChangeContent content) {
        return new ChangeContent() {
            @Override
            public Tree base() {
                return content.base();
            }

            @Override
            public Tree head() {
                return content.base();
            }
        };
    }

    /** Whether there is something of which the base could say more than the added lines do. */
    static boolean isAsked(ScanReport report) {
        return report.findings().stream().anyMatch(finding -> finding.origin() != Origin.PRE_EXISTING);
    }

    /**
     * The report on a change, compared with that of the same scanner on its base: what was found there is not new. What was
     * not is, where the added lines leave it open and the scanner covered all of the base. A secret is never told by its text,
     * so one that was put in the place of another looks like it: of secrets and personal data the added lines alone say.
     */
    static ScanReport compared(ScanReport report, ScanReport before) {
        Set<Fingerprint> known = new TreeSet<>();
        for (Finding finding : before.findings()) {
            known.add(finding.fingerprint());
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (!Fingerprints.NEVER_BY_TEXT.contains(finding.category()) && known.contains(finding.fingerprint())) {
                findings.add(finding.from(Origin.PRE_EXISTING));
            } else if (finding.origin() == Origin.UNKNOWN && before.coverage().isComplete()) {
                findings.add(finding.from(Origin.INTRODUCED));
            } else {
                findings.add(finding);
            }
        }
        return new ScanReport(report.scanner(), findings, report.coverage());
    }
}
