package io.imprimatur.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Which of several possibilities is taken. */
interface Choice {
    /** A number from 0 to one less than {@code possibilities}. */
    int of(int possibilities);

    default <T> T of(List<T> values) {
        return values.get(of(values.size()));
    }

    default boolean flip() {
        return of(2) == 1;
    }

    /** Any of them. */
    static Choice at(Random random) {
        return random::nextInt;
    }

    /** Every one, of each choice that follows from those before it, one after another. */
    final class Every implements Choice {
        private record Taken(int choice, int possibilities) {}

        private final List<Taken> path = new ArrayList<>();
        private int next;

        @Override
        public int of(int possibilities) {
            if (next == path.size()) {
                path.add(new Taken(0, possibilities));
            }
            return path.get(next++).choice();
        }

        /** Goes on to the next path of choices; false where all have been taken. */
        boolean advance() {
            next = 0;
            while (!path.isEmpty()) {
                Taken last = path.remove(path.size() - 1);
                if (last.choice() + 1 < last.possibilities()) {
                    path.add(new Taken(last.choice() + 1, last.possibilities()));
                    return true;
                }
            }
            return false;
        }
    }
}
