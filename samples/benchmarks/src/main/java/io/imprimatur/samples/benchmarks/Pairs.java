package io.imprimatur.samples.benchmarks;

import java.util.Set;
import java.util.TreeSet;

/** Takes the pairs of a rule and a finding on which the rule fires, by their numbers in the sample. */
interface Pairs {
    void add(int rule, int finding);

    /** Whoever finds them. */
    interface Source {
        void giveTo(Pairs pairs);

        /** How many there are. */
        default int count() {
            Count count = new Count();
            giveTo(count);
            return count.value;
        }
    }

    /** Counts them. */
    final class Count implements Pairs {
        private int value;

        @Override
        public void add(int rule, int finding) {
            value++;
        }
    }

    /** Holds that two who are measured find the same pairs, and any at all. */
    static void requireSame(String who, Source source, Source expected) {
        Set<Long> found = all(source);
        Set<Long> right = all(expected);
        if (!found.equals(right) || right.isEmpty()) {
            throw new IllegalStateException(who + " finds " + found.size() + " pairs of which "
                    + found.stream().filter(right::contains).count() + " are among the " + right.size()
                    + " that are right");
        }
    }

    private static Set<Long> all(Source source) {
        Set<Long> all = new TreeSet<>();
        source.giveTo((rule, finding) -> all.add((long) rule << 32 | finding));
        return all;
    }
}
