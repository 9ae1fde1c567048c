package io.imprimatur.git;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * A shortest way from one sequence to another, in linear space: the middle of the way is found from both ends, then the
 * two halves. A box that would cost too much is divided where the search got farthest, which may lengthen the way.
 */
final class MyersPath {
    /** About so many steps are taken at the most, so that long texts do not take long. */
    private static final long BUDGET = 300_000_000;

    private static final int LEAST_COST = 64;
    /** On a diagonal that the search has not reached; far from any position, and from overflow. */
    private static final int NOWHERE = Integer.MIN_VALUE / 2;

    private static final int UNREACHED = Integer.MAX_VALUE / 2;

    private final int[] before;
    private final int[] after;
    private final IntConsumer match;
    private final int most;
    /** The farthest position in {@code before} on each diagonal, from the start and from the end. */
    private final int[] forward;

    private final int[] backward;
    private final int zero;
    private final Deque<Box> boxes = new ArrayDeque<>();

    private MyersPath(int[] before, int[] after, IntConsumer match) {
        this.before = before;
        this.after = after;
        this.match = match;
        this.most = (int) Math.max(LEAST_COST, BUDGET / (before.length + after.length + 1L));
        this.zero = after.length + 1;
        this.forward = new int[before.length + after.length + 3];
        this.backward = new int[before.length + after.length + 3];
    }

    /** Gives each position of {@code after} that is kept from {@code before}, in no particular order. */
    static void matches(int[] before, int[] after, IntConsumer match) {
        new MyersPath(before, after, match).run();
    }

    private void run() {
        boxes.push(new Box(0, before.length, 0, after.length));
        while (!boxes.isEmpty()) {
            Box box = trim(boxes.pop());
            if (box.isOpen()) {
                divide(box);
            }
        }
    }

    private Box trim(Box box) {
        int x = box.x;
        int xEnd = box.xEnd;
        int y = box.y;
        int yEnd = box.yEnd;
        while (x < xEnd && y < yEnd && before[x] == after[y]) {
            match.accept(y);
            x++;
            y++;
        }
        while (x < xEnd && y < yEnd && before[xEnd - 1] == after[yEnd - 1]) {
            xEnd--;
            yEnd--;
            match.accept(yEnd);
        }
        return new Box(x, xEnd, y, yEnd);
    }

    /** Both ends of the box differ, so the way through it takes at least two steps and either half is smaller. */
    private void divide(Box box) {
        int start = box.x - box.y;
        int end = box.xEnd - box.yEnd;
        boolean odd = (end - start & 1) != 0;
        int lowest = box.x - box.yEnd;
        int highest = box.xEnd - box.y;
        forward[zero + start] = box.x;
        backward[zero + end] = box.xEnd;
        for (int d = 1; ; d++) {
            // Diagonals that leave the box are skipped; the parity of those that are visited alternates with d.
            for (int k = first(start - d, lowest); k <= last(start + d, highest); k += 2) {
                int x = stepForward(box, k, start, d);
                forward[zero + k] = x;
                boolean met = odd && Math.abs(k - end) <= d - 1 && x >= backward[zero + k];
                if (met) {
                    split(box, x, x - k);
                    return;
                }
            }
            for (int k = first(end - d, lowest); k <= last(end + d, highest); k += 2) {
                int x = stepBackward(box, k, end, d);
                backward[zero + k] = x;
                boolean met = !odd && Math.abs(k - start) <= d && forward[zero + k] >= x;
                if (met) {
                    split(box, x, x - k);
                    return;
                }
            }
            if (d >= most) {
                splitAtFarthest(box, start, d, lowest, highest);
                return;
            }
        }
    }

    /** The lowest diagonal from {@code k} upwards that lies in the box and has its parity. */
    private static int first(int k, int lowest) {
        return k >= lowest ? k : lowest + (lowest - k & 1);
    }

    private static int last(int k, int highest) {
        return Math.min(k, highest);
    }

    /** The farthest point on diagonal {@code k} after {@code d} steps; {@link #NOWHERE} where there is none. */
    private int stepForward(Box box, int k, int start, int d) {
        boolean hasLeft = k - 1 >= Math.max(start - d + 1, box.x - box.yEnd);
        boolean hasRight = k + 1 <= Math.min(start + d - 1, box.xEnd - box.y);
        int left = hasLeft ? forward[zero + k - 1] : NOWHERE;
        int inserted = hasRight ? forward[zero + k + 1] : NOWHERE;
        // From the diagonal below a line is deleted, from the one above a line is inserted.
        int deleted = left == NOWHERE ? NOWHERE : left + 1;
        int x = Math.max(deleted <= box.xEnd ? deleted : NOWHERE, inserted - k <= box.yEnd ? inserted : NOWHERE);
        if (x == NOWHERE) {
            return NOWHERE;
        }
        int y = x - k;
        while (x < box.xEnd && y < box.yEnd && before[x] == after[y]) {
            x++;
            y++;
        }
        return x;
    }

    /** The same from the end, towards the start; {@link #UNREACHED} where there is none. */
    private int stepBackward(Box box, int k, int end, int d) {
        boolean hasLeft = k - 1 >= Math.max(end - d + 1, box.x - box.yEnd);
        boolean hasRight = k + 1 <= Math.min(end + d - 1, box.xEnd - box.y);
        int inserted = hasLeft ? backward[zero + k - 1] : UNREACHED;
        int right = hasRight ? backward[zero + k + 1] : UNREACHED;
        int deleted = right == UNREACHED ? UNREACHED : right - 1;
        int x = Math.min(deleted >= box.x ? deleted : UNREACHED, inserted - k >= box.y ? inserted : UNREACHED);
        if (x == UNREACHED) {
            return UNREACHED;
        }
        int y = x - k;
        while (x > box.x && y > box.y && before[x - 1] == after[y - 1]) {
            x--;
            y--;
        }
        return x;
    }

    private void splitAtFarthest(Box box, int start, int d, int lowest, int highest) {
        int bestX = box.x;
        int bestK = start;
        int farthest = -1;
        for (int k = first(start - d, lowest); k <= last(start + d, highest); k += 2) {
            int x = forward[zero + k];
            if (x != NOWHERE && x + (x - k) > farthest) {
                farthest = x + (x - k);
                bestX = x;
                bestK = k;
            }
        }
        split(box, bestX, bestX - bestK);
    }

    private void split(Box box, int x, int y) {
        boxes.push(new Box(x, box.xEnd, y, box.yEnd));
        boxes.push(new Box(box.x, x, box.y, y));
    }

    private record Box(int x, int xEnd, int y, int yEnd) {
        boolean isOpen() {
            return x < xEnd && y < yEnd;
        }
    }
}
