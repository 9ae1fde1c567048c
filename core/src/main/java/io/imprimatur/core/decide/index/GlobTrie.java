package io.imprimatur.core.decide.index;

import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Patterns as one nondeterministic automaton over characters, a tree in which they share their beginnings. A pattern that
 * ends in {@code **} is told as soon as that is reached, whatever follows: so nobody need remember that it was, and many
 * patterns such as {@code **}{@code /x/**} do not multiply.
 *
 * <p>Filled by one thread, then only read.
 */
final class GlobTrie {
    static final int START = 0;

    /** The label of a character that stands in no pattern. */
    static final int OTHER = -1;

    // Labels beyond the characters: what a pattern asks for instead of one.
    private static final int ONE = 0x10000;
    private static final int MANY = 0x10001;
    private static final int FOLDERS = 0x10002;
    private static final int INSIDE = 0x10003;

    private final Map<Long, Integer> edges = new HashMap<>();
    /** Nodes that stay where they are on any character but a slash. */
    private final BitSet loops = new BitSet();

    private final Map<Integer, List<Integer>> ending = new HashMap<>();
    private final Map<Integer, List<Integer>> passing = new HashMap<>();
    private final SortedSet<Character> characters = new TreeSet<>(List.of('/'));
    private int nodes = 1;

    /** Adds a pattern that {@code slot} asks for. */
    void add(Glob glob, int slot) {
        String pattern = glob.pattern();
        int node = START;
        int i = 0;
        while (i < pattern.length()) {
            char character = pattern.charAt(i);
            // Two stars stand for a whole segment, or the pattern would have been refused.
            if (pattern.startsWith("**", i)) {
                if (i + 2 == pattern.length()) {
                    passing.computeIfAbsent(node, any -> new ArrayList<>()).add(slot);
                    return;
                }
                node = folders(node);
                i += 3;
            } else if (character == '*') {
                node = child(node, MANY);
                loops.set(node);
                i++;
            } else if (character == '?') {
                node = child(node, ONE);
                i++;
            } else {
                i += character == '\\' ? 1 : 0;
                characters.add(pattern.charAt(i));
                node = child(node, pattern.charAt(i));
                i++;
            }
        }
        ending.computeIfAbsent(node, any -> new ArrayList<>()).add(slot);
    }

    /** Any number of whole segments, each with the slash behind it: from inside a segment a slash leads back. */
    private int folders(int node) {
        int folders = child(node, FOLDERS);
        int inside = child(folders, INSIDE);
        loops.set(inside);
        edges.put(edge(inside, '/'), folders);
        return folders;
    }

    private int child(int node, int label) {
        return edges.computeIfAbsent(edge(node, label), any -> nodes++);
    }

    private static long edge(int node, int label) {
        return (long) node << 32 | label;
    }

    /** How many nodes there are. */
    int size() {
        return nodes;
    }

    /** The characters that patterns tell apart, the slash among them; ordered. */
    SortedSet<Character> characters() {
        return characters;
    }

    /** Where one is before the first character. */
    BitSet start() {
        BitSet start = new BitSet();
        reach(START, start);
        return start;
    }

    /** Where one can be after one more character. */
    BitSet step(int[] from, int label) {
        BitSet reached = new BitSet();
        for (int node : from) {
            if (label != '/') {
                if (loops.get(node)) {
                    reach(node, reached);
                }
                follow(node, ONE, reached);
            }
            if (label != OTHER) {
                follow(node, label, reached);
            }
        }
        return reached;
    }

    private void follow(int node, int label, BitSet reached) {
        Integer next = edges.get(edge(node, label));
        if (next != null) {
            reach(next, reached);
        }
    }

    private void reach(int node, BitSet reached) {
        if (!reached.get(node)) {
            reached.set(node);
            follow(node, MANY, reached);
            follow(node, FOLDERS, reached);
            follow(node, INSIDE, reached);
        }
    }

    /** The slots whose pattern is met if the text ends at a node. */
    List<Integer> ending(int node) {
        return ending.getOrDefault(node, List.of());
    }

    /** The slots whose pattern is met at a node whatever follows. */
    List<Integer> passing(int node) {
        return passing.getOrDefault(node, List.of());
    }
}
