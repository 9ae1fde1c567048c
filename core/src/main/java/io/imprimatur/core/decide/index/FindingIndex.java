package io.imprimatur.core.decide.index;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;

/** The filters of a policy, each one bit, told apart by identity. Immutable and thread-safe. */
final class FindingIndex {
    /** Filters of one category stand together, so that a finding reaches them in few words. */
    private static final Comparator<FindingFilter> TOGETHER = (one, other) -> {
        boolean both = isOfOne(one) && isOfOne(other);
        return both
                ? one.categories().get(0).compareTo(other.categories().get(0))
                : Boolean.compare(isOfOne(one), isOfOne(other));
    };

    private final IdentityHashMap<FindingFilter, Integer> numbers = new IdentityHashMap<>();
    private final int size;
    private final Reach reach;
    private final List<Column<?>> columns;
    private final Hidden hidden;

    FindingIndex(Collection<FindingFilter> asked, BiFunction<LicenseTest, String, Truth> licenses) {
        List<FindingFilter> filters = new ArrayList<>(asked);
        filters.sort(TOGETHER);
        size = filters.size();
        for (int i = 0; i < size; i++) {
            numbers.put(filters.get(i), i);
        }
        GlobAutomaton paths = GlobAutomaton.of(filters, FindingFilter::paths);
        reach = new Reach(filters);
        columns = Columns.of(filters, paths, licenses);
        hidden = new Hidden(filters, reach, paths);
    }

    private static boolean isOfOne(FindingFilter filter) {
        return filter.categories().size() == 1;
    }

    /** How many filters there are. */
    int size() {
        return size;
    }

    /** The bit of a filter; -1 where it is not one of these. */
    int number(FindingFilter filter) {
        return numbers.getOrDefault(filter, -1);
    }

    FindingTable read(List<ScanReport> reports) {
        List<Finding> findings = new ArrayList<>();
        for (ScanReport report : reports) {
            findings.addAll(report.findings());
        }
        List<Column.Reader<?>> readers = new ArrayList<>();
        for (Column<?> column : columns) {
            readers.add(column.reader());
        }
        Reach.Words[] reached = new Reach.Words[findings.size()];
        Row[] rows = new Row[findings.size() * columns.size()];
        int next = 0;
        for (int i = 0; i < reached.length; i++) {
            Finding finding = findings.get(i);
            reached[i] = reach.words(finding.category(), finding.severity());
            for (int column = 0; column < columns.size(); column++) {
                // Whom no filter can want, nobody asks further.
                rows[next++] = reached[i].at.length == 0
                        ? columns.get(column).absent()
                        : readers.get(column).row(finding);
            }
        }
        return new FindingTable(findings, reached, rows);
    }

    Hits hits(FindingTable table) {
        Hits hits = new Hits(this, table.findings);
        int width = columns.size();
        Row[] rows = table.rows;
        for (int finding = 0; finding < table.reached.length; finding++) {
            Reach.Words reached = table.reached[finding];
            int from = finding * width;
            for (int i = 0; i < reached.at.length; i++) {
                int word = reached.at[i];
                long possible = reached.bits[i];
                for (int row = from; row < from + width; row++) {
                    possible &= rows[row].possible[word];
                }
                if (possible != 0) {
                    long certain = possible;
                    for (int row = from; row < from + width; row++) {
                        certain &= rows[row].certain[word];
                    }
                    hits.add(finding, word, possible, certain);
                }
            }
        }
        return hits;
    }

    /** The filters for which some scanner may have missed a finding. */
    long[] hidden(Assessment assessment) {
        return hidden.of(assessment);
    }
}
