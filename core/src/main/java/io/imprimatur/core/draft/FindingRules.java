package io.imprimatur.core.draft;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import java.util.Optional;

/** What a draft of a finding must hold to be one. */
final class FindingRules {
    private FindingRules() {}

    static Finding finding(FindingDraft draft, String scanner, Fingerprint fingerprint, Origin origin) {
        // The finding does not keep it, so nothing else would look at it.
        if (draft.identity() != null) {
            Preconditions.text(draft.identity(), "identity", 4000);
        }
        return new Finding(
                scanner,
                Preconditions.notNull(draft.rule(), "rule"),
                Preconditions.notNull(draft.message(), "message"),
                Preconditions.notNull(draft.severity(), "severity"),
                new Category(Preconditions.notNull(draft.category(), "category")),
                Decimals.ratio(draft.confidence()),
                location(draft).orElse(null),
                fingerprint,
                origin,
                Preconditions.copy(draft.cwe(), "cwe"),
                Preconditions.copy(draft.cve(), "cve"),
                draft.component(),
                draft.license(),
                draft.fix());
    }

    /** The rules of a place span several fields: the path's spelling is RepoPath's to judge, lines need a path, and so on. */
    static Optional<Location> location(FindingDraft draft) {
        int first = draft.firstLine();
        int last = draft.lastLine() == 0 ? first : draft.lastLine();
        Preconditions.check(first >= 0, "firstLine", first, "must not be negative");
        Preconditions.check(first > 0 || last == 0, "lastLine", last, "must not stand without firstLine");
        Preconditions.check(
                last >= first && last < Integer.MAX_VALUE, "lastLine", last, "must not be before firstLine, " + first);
        LineRange lines = first == 0 ? null : new LineRange(first, last);
        if (draft.path() == null) {
            Preconditions.check(lines == null, "firstLine", first, "must not stand without a path");
            Preconditions.check(
                    draft.firstColumn() == 0, "firstColumn", draft.firstColumn(), "must not stand without a path");
            Preconditions.check(
                    draft.lastColumn() == 0, "lastColumn", draft.lastColumn(), "must not stand without a path");
            return Optional.empty();
        }
        return Optional.of(new Location(new RepoPath(draft.path()), lines, draft.firstColumn(), draft.lastColumn()));
    }
}
