package io.imprimatur.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every occurrence of many words in one pass: Aho and Corasick's automaton as a full table over byte classes, one
 * look-up a byte whatever the input (A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975).
 * Immutable.
 */
final class Anchors {
    /** Marks, in the table, a state at which some word ends. */
    private static final int FOUND = 0x8000_0000;

    private final byte[] classes = new byte[256];
    private final int[] next;
    private final int width;
    private final int[][] found;
    private final int[] lengths;

    /** Called where word number {@code word} starts at {@code start}. */
    interface Visitor {
        /** Returns whether to go on. */
        boolean found(int word, int start);
    }

    Anchors(List<byte[]> words) {
        lengths = words.stream().mapToInt(word -> word.length).toArray();
        width = classify(words);
        Trie trie = new Trie(words);
        next = trie.table();
        found = trie.found.stream().map(Anchors::sorted).toArray(int[][]::new);
    }

    private int classify(List<byte[]> words) {
        int count = 1;
        for (byte[] word : words) {
            for (byte b : word) {
                if (classes[b & 0xff] == 0) {
                    classes[b & 0xff] = (byte) count++;
                }
            }
        }
        return count;
    }

    private static int[] sorted(List<Integer> words) {
        return words.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Reports every occurrence in the order of their last bytes. */
    void visit(byte[] bytes, Visitor visitor) {
        int state = 0;
        for (int i = 0; i < bytes.length; i++) {
            state = next[state + classes[bytes[i] & 0xff]];
            if (state < 0) {
                state &= ~FOUND;
                for (int word : found[state / width]) {
                    if (!visitor.found(word, i + 1 - lengths[word])) {
                        return;
                    }
                }
            }
        }
    }

    /** The states while they are being built. */
    private final class Trie {
        private final List<int[]> children = new ArrayList<>();
        private final List<List<Integer>> found = new ArrayList<>();

        Trie(List<byte[]> words) {
            add();
            for (int word = 0; word < words.size(); word++) {
                int state = 0;
                for (byte b : words.get(word)) {
                    int[] row = children.get(state);
                    int column = classes[b & 0xff];
                    if (row[column] < 0) {
                        row[column] = add();
                    }
                    state = row[column];
                }
                found.get(state).add(word);
            }
            close();
        }

        private int add() {
            int[] row = new int[width];
            Arrays.fill(row, -1);
            children.add(row);
            found.add(new ArrayList<>());
            return children.size() - 1;
        }

        /** Fills in, breadth first, where to go on from each state on a byte that continues no word. */
        private void close() {
            int[] fallback = new int[children.size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(0);
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int[] row = children.get(state);
                int[] behind = children.get(fallback[state]);
                for (int column = 0; column < width; column++) {
                    int onward = state == 0 ? 0 : behind[column];
                    if (row[column] < 0) {
                        row[column] = onward;
                    } else {
                        fallback[row[column]] = onward;
                        found.get(row[column]).addAll(found.get(onward));
                        queue.add(row[column]);
                    }
                }
            }
        }

        int[] table() {
            int[] table = new int[children.size() * width];
            for (int state = 0; state < children.size(); state++) {
                for (int column = 0; column < width; column++) {
                    int target = children.get(state)[column];
                    table[state * width + column] =
                            target * width | (found.get(target).isEmpty() ? 0 : FOUND);
                }
            }
            return table;
        }
    }
}
