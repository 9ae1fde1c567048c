package io.imprimatur.core.decide.index;

import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists of patterns as one automaton: one pass over a text says which lists have a pattern that matches it. States are
 * made when a text first needs them, up to a bound on the memory that they take; a text that would need more is matched
 * pattern by pattern. Thread-safe: what it answers depends on the text alone.
 */
final class GlobAutomaton {
    /** What all states together may take, in entries of four bytes. */
    static final int MOST_ENTRIES = 1 << 21;

    /** The most nodes of patterns that are taken in; further patterns are matched one by one. */
    static final int MOST_NODES = 1 << 18;

    private static final int ASCII = 128;

    private final int slots;
    /** The slots that ask nothing. */
    private final long[] unasked;

    /** By the text of the pattern. */
    private final Map<String, Asked> patterns = new LinkedHashMap<>();
    /** The patterns that did not fit. */
    private final List<Asked> apart = new ArrayList<>();

    private final GlobTrie trie = new GlobTrie();
    /** The kinds of characters: 0 for all that no pattern tells apart from each other. */
    private final int[] asciiKinds = new int[ASCII];

    private final Map<Character, Integer> otherKinds = new HashMap<>();
    /** For each kind a character that stands for it. */
    private final int[] labels;

    /** By their nodes: of buffers the content is compared. */
    private final ConcurrentHashMap<IntBuffer, State> states = new ConcurrentHashMap<>();

    private final AtomicLong entries = new AtomicLong();
    private final State start;

    /** A pattern, and the slots that have it. */
    private record Asked(Glob glob, List<Integer> slots) {}

    /** Lists by slot; an empty list asks nothing and is always met. */
    GlobAutomaton(List<List<Glob>> lists) {
        slots = lists.size();
        unasked = Bits.none(slots);
        for (int slot = 0; slot < slots; slot++) {
            if (lists.get(slot).isEmpty()) {
                Bits.set(unasked, slot);
            }
            for (Glob glob : lists.get(slot)) {
                patterns.computeIfAbsent(glob.pattern(), pattern -> new Asked(glob, new ArrayList<>()))
                        .slots()
                        .add(slot);
            }
        }
        for (Asked asked : patterns.values()) {
            if (trie.size() + 2 * asked.glob().pattern().length() <= MOST_NODES) {
                for (int slot : asked.slots()) {
                    trie.add(asked.glob(), slot);
                }
            } else {
                apart.add(asked);
            }
        }
        labels = new int[trie.characters().size() + 1];
        labels[0] = GlobTrie.OTHER;
        int kind = 0;
        for (char character : trie.characters()) {
            labels[++kind] = character;
            if (character < ASCII) {
                asciiKinds[character] = kind;
            } else {
                otherKinds.put(character, kind);
            }
        }
        start = make(trie.start().stream().toArray());
    }

    /** The lists that filters have. */
    static GlobAutomaton of(List<FindingFilter> filters, Function<FindingFilter, List<Glob>> patterns) {
        List<List<Glob>> lists = new ArrayList<>();
        for (FindingFilter filter : filters) {
            lists.add(patterns.apply(filter));
        }
        return new GlobAutomaton(lists);
    }

    /** Whether no slot asks anything. */
    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** The slots that ask nothing. Not to be changed. */
    long[] unasked() {
        return unasked;
    }

    /** The slots that a text passes: a fresh array. */
    long[] passed(String text) {
        long[] passed = unasked.clone();
        State state = start;
        add(passed, start.passing);
        for (int i = 0; i < text.length(); i++) {
            int kind = kind(text.charAt(i));
            State next = state.next[kind];
            if (next == null) {
                next = grow(state, kind);
                if (next == null) {
                    return eachMatched(patterns.values(), text, unasked.clone());
                }
            }
            add(passed, next.passing);
            state = next;
        }
        add(passed, state.ending);
        return apart.isEmpty() ? passed : eachMatched(apart, text, passed);
    }

    private int kind(char character) {
        return character < ASCII ? asciiKinds[character] : otherKinds.getOrDefault(character, 0);
    }

    private static void add(long[] passed, long @Nullable [] more) {
        if (more != null) {
            Bits.add(passed, more);
        }
    }

    private static long[] eachMatched(Iterable<Asked> patterns, String text, long[] passed) {
        for (Asked asked : patterns) {
            if (asked.glob().matches(text)) {
                for (int slot : asked.slots()) {
                    Bits.set(passed, slot);
                }
            }
        }
        return passed;
    }

    private @Nullable State grow(State from, int kind) {
        int[] nodes = trie.step(from.nodes, labels[kind]).stream().toArray();
        State reached = states.get(IntBuffer.wrap(nodes));
        if (reached == null && entries.get() < MOST_ENTRIES) {
            reached = make(nodes);
        }
        // Threads may race here; they write the same.
        from.next[kind] = reached;
        return reached;
    }

    private State make(int[] nodes) {
        State made =
                new State(nodes, new State[labels.length], slots(nodes, trie::passing), slots(nodes, trie::ending));
        State first = states.putIfAbsent(IntBuffer.wrap(nodes), made);
        if (first != null) {
            return first;
        }
        entries.addAndGet(2L * made.nodes.length + labels.length + 4L * unasked.length);
        return made;
    }

    private long @Nullable [] slots(int[] nodes, IntFunction<List<Integer>> told) {
        long[] bits = Bits.none(slots);
        boolean any = false;
        for (int node : nodes) {
            for (int slot : told.apply(node)) {
                Bits.set(bits, slot);
                any = true;
            }
        }
        return any ? bits : null;
    }

    /** What the states that were made take at most, in entries of four bytes. */
    long entries() {
        return entries.get();
    }

    /** How many states were made. */
    int states() {
        return states.size();
    }

    /** How many patterns did not fit. */
    int apart() {
        return apart.size();
    }

    /**
     * Where one can be in the patterns, as one state. Its fields are final, so that a plain write may hand it to another
     * thread, which sees an entry of {@code next} or does not yet.
     */
    private static final class State {
        final int[] nodes;
        final @Nullable State[] next;
        final long @Nullable [] passing;
        final long @Nullable [] ending;

        State(int[] nodes, @Nullable State[] next, long @Nullable [] passing, long @Nullable [] ending) {
            this.nodes = nodes;
            this.next = next;
            this.passing = passing;
            this.ending = ending;
        }
    }
}
