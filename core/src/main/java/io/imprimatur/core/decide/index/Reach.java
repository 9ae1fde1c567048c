package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.FindingFilter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which filters a finding can reach by its category and severity: the rarest values, so that the rest of a finding is
 * looked at only in the words that hold such filters.
 */
final class Reach {
    private final List<FindingFilter> filters;
    private final Map<Category, long[]> naming = new TreeMap<>();
    /** By the id of a category. */
    private final Map<String, Map<Severity, Words>> words = new HashMap<>();
    /** By severity, the filters that it is bad enough for. */
    private final Map<Severity, long[]> severities = new EnumMap<>(Severity.class);

    /** The filters that name no category. */
    private final long[] anyFault;

    private final Map<Severity, Words> wordsOfAnyFault;

    Reach(List<FindingFilter> filters) {
        this.filters = filters;
        anyFault = Bits.where(
                filters.size(), filter -> filters.get(filter).categories().isEmpty());
        for (Severity severity : Severity.values()) {
            severities.put(severity, Bits.where(filters.size(), filter -> {
                Severity least = filters.get(filter).severity();
                return least == null || severity.compareTo(least) >= 0;
            }));
        }
        wordsOfAnyFault = bySeverity(anyFault);
        for (int i = 0; i < filters.size(); i++) {
            for (Category category : filters.get(i).categories()) {
                Bits.set(naming.computeIfAbsent(category, any -> Bits.none(filters.size())), i);
            }
        }
        for (Category category : naming.keySet()) {
            words.put(category.id(), bySeverity(accepting(category)));
        }
    }

    /** By category, the filters that name it. Not to be changed. */
    Map<Category, long[]> naming() {
        return naming;
    }

    /** The filters that accept a category: a fresh array. */
    long[] accepting(Category category) {
        // What code is about is no fault, and counts only for who names it.
        long[] accepting = category.isTopic() ? Bits.none(filters.size()) : anyFault.clone();
        long[] those = naming.get(category);
        if (those != null) {
            Bits.add(accepting, those);
        }
        return accepting;
    }

    /** The words of filters that accept a category and a severity. */
    Words words(Category category, Severity severity) {
        Map<Severity, Words> known = words.get(category.id());
        if (known == null && category.isTopic()) {
            return Words.NONE;
        }
        return (known == null ? wordsOfAnyFault : known).getOrDefault(severity, Words.NONE);
    }

    private Map<Severity, Words> bySeverity(long[] bits) {
        Map<Severity, Words> words = new EnumMap<>(Severity.class);
        for (Map.Entry<Severity, long[]> severity : severities.entrySet()) {
            long[] accepted = bits.clone();
            Bits.keep(accepted, severity.getValue());
            words.put(severity.getKey(), Words.of(accepted));
        }
        return words;
    }

    /** The words of a row that are not empty. Never changed once made. */
    static final class Words {
        static final Words NONE = of(new long[0]);

        final int[] at;
        final long[] bits;

        private Words(int[] at, long[] bits) {
            this.at = at;
            this.bits = bits;
        }

        static Words of(long[] row) {
            int count = 0;
            for (long word : row) {
                count += word == 0 ? 0 : 1;
            }
            Words words = new Words(new int[count], new long[count]);
            int next = 0;
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    words.at[next] = i;
                    words.bits[next++] = row[i];
                }
            }
            return words;
        }
    }
}
