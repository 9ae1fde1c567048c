package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property of findings that filters ask for.
 *
 * @param property reads it off a finding; null where the finding has none
 * @param row what a value of it means for the filters
 * @param absent what it means for them that a finding has none
 */
record Column<K>(Property<K> property, Function<K, Row> row, Row absent) {

    /** Reads a property off a finding. */
    @FunctionalInterface
    interface Property<K> {
        @Nullable
        K of(Finding finding);
    }

    /** A reader for one assessment and one thread. */
    Reader<K> reader() {
        return new Reader<>(this);
    }

    /** Looks each distinct value up once. */
    static final class Reader<K> {
        private final Column<K> column;
        private final Map<K, Row> rows = new HashMap<>();
        private @Nullable K last;
        private Row lastRow;

        private Reader(Column<K> column) {
            this.column = column;
            this.lastRow = column.absent;
        }

        Row row(Finding finding) {
            K value = column.property.of(finding);
            if (value == null) {
                return column.absent;
            }
            // Findings are ordered by their place, so that the same value often comes again.
            if (!value.equals(last)) {
                lastRow = rows.computeIfAbsent(value, column.row);
                last = value;
            }
            return lastRow;
        }
    }
}
