package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.core.head.FileLines;
import io.imprimatur.core.head.HeadFiles;
import io.imprimatur.core.head.HeadFiles.HeadFile;
import io.imprimatur.core.head.HeadLines;
import io.imprimatur.core.head.Origins;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what a scanner says what may be believed: a draft that keeps its constraints, at a place that is there, of a
 * category that the scanner declares. Safe for use by several threads.
 */
final class Sightings {
    private static final Fingerprint NOT_YET = new Fingerprint(new Digest("0".repeat(64)));

    private final ScannerDescriptor scanner;
    private final Drafts drafts;
    private final HeadFiles head;
    private final Origins origins;

    Sightings(ScannerDescriptor scanner, Drafts drafts, HeadFiles head, Origins origins) {
        this.scanner = scanner;
        this.drafts = drafts;
        this.head = head;
        this.origins = origins;
    }

    String scanner() {
        return scanner.id();
    }

    /**
     * What became of a draft: one of the two.
     *
     * @param gap what is not known, as the finding was dropped
     */
    record Outcome(@Nullable Sighting sighting, @Nullable Gap gap) {}

    Outcome look(@Nullable FindingDraft draft) {
        if (draft == null) {
            return dropped(null, "it is null");
        }
        Location location;
        try {
            location = drafts.location(draft).orElse(null);
        } catch (ImprimaturException refused) {
            return dropped(null, fields(refused));
        }
        HeadFile file = location == null ? null : head.at(location.path());
        if (file != null && !file.exists()) {
            return dropped(null, "it names a file that is not there at head");
        }
        RepoPath path = location == null ? null : location.path();
        HeadLines lines = file == null ? null : file.lines();
        String misplaced = location == null || lines == null ? null : misplaced(location, lines.lines());
        if (misplaced != null) {
            return dropped(path, misplaced);
        }
        Finding finding;
        try {
            finding = drafts.finding(draft, scanner.id(), NOT_YET, origins.of(location));
        } catch (ImprimaturException refused) {
            return dropped(path, fields(refused));
        }
        if (!scanner.categories().contains(finding.category())) {
            return dropped(path, "its category is none that the scanner declares");
        }
        RepoPath home = path == null ? null : origins.home(path);
        return new Outcome(new Sighting(finding, Fingerprints.identity(finding, draft.identity(), home, lines)), null);
    }

    private Outcome dropped(@Nullable RepoPath path, String why) {
        String detail = "Scanner " + scanner.id() + " made a finding that was dropped: " + why;
        return new Outcome(null, new Gap(Gap.Cause.INVALID_ANSWER, path, null, detail));
    }

    private static @Nullable String misplaced(Location location, FileLines lines) {
        LineRange range = location.lines();
        if (range == null) {
            return null;
        }
        // An empty file has a first line to point at.
        if (range.last() > Math.max(1, lines.count())) {
            return "it names line " + range.last() + " of a file with " + lines.count();
        }
        if (location.firstColumn() > lines.widest(range.first())) {
            return "it names a column beyond the end of line " + range.first();
        }
        if (location.lastColumn() > lines.widest(range.last())) {
            return "it names a column beyond the end of line " + range.last();
        }
        return null;
    }

    /** Which fields are wrong, never what stands in them. */
    private static String fields(ImprimaturException refused) {
        String fields = refused.problems().stream()
                .map(Problem::field)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(20)
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "it breaks its constraints" : "it breaks the constraints of " + fields;
    }
}
