package io.imprimatur.core.scan;

import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one scan found so far: never more than the limit, however much the scanner says and for however long. Safe for use
 * by several threads; nothing is held after {@link #close}, whoever still holds this.
 */
final class BoundedSink implements FindingSink {
    /** A scanner that is wrong so often is not asked further. */
    static final int MOST_INVALID = 100;

    private final Sightings sightings;
    private final int limit;
    private final Set<Sighting> kept = new HashSet<>();
    private final Set<Gap> invalid = new HashSet<>();
    private int invalidCount;
    private long dropped;
    private boolean closed;

    BoundedSink(Sightings sightings, int limit) {
        this.sightings = sightings;
        this.limit = limit;
    }

    /** What came of a scan. */
    record Content(List<Finding> findings, List<Gap> gaps) {}

    @Override
    public boolean accept(@Nullable FindingDraft draft) {
        if (!hasRoom()) {
            return false;
        }
        // Outside the lock: it may read a file, and who closes the sink must not wait for that.
        Sightings.Outcome outcome = sightings.look(draft);
        return outcome.sighting() != null ? keep(outcome.sighting()) : note(outcome.gap());
    }

    private synchronized boolean hasRoom() {
        boolean room = !closed && kept.size() < limit && invalidCount < MOST_INVALID;
        if (!room && !closed) {
            dropped++;
        }
        return room;
    }

    private synchronized boolean keep(Sighting sighting) {
        if (closed) {
            return false;
        }
        if (kept.size() >= limit && !kept.contains(sighting)) {
            dropped++;
            return false;
        }
        kept.add(sighting);
        return true;
    }

    private synchronized boolean note(@Nullable Gap gap) {
        if (closed || gap == null) {
            return false;
        }
        invalidCount++;
        invalid.add(gap);
        return true;
    }

    /** Takes nothing from now on, and gives away what it holds. */
    synchronized Content close() {
        closed = true;
        List<Gap> gaps = new ArrayList<>(invalid);
        if (dropped > 0) {
            gaps.add(
                    invalidCount >= MOST_INVALID
                            ? gap(
                                    Gap.Cause.INVALID_ANSWER,
                                    dropped + " more findings after " + MOST_INVALID + " invalid ones")
                            : gap(Gap.Cause.TOO_MANY_FINDINGS, dropped + " findings more than the limit of " + limit));
        }
        List<Finding> findings = Sighting.findings(kept);
        kept.clear();
        invalid.clear();
        return new Content(findings, gaps);
    }

    private Gap gap(Gap.Cause cause, String what) {
        return Gap.whole(cause, "Scanner " + sightings.scanner() + " made " + what + "; they were dropped");
    }
}
