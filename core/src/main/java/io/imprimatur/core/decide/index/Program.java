package io.imprimatur.core.decide.index;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The tree of a condition as numbers in prefix order, to be worked off from the end: a leaf is twice its number, or that
 * plus one where it is negated; what joins parts is negative and says how many.
 */
final class Program {
    private final int[] code;

    private Program(int[] code) {
        this.code = code;
    }

    /** Without recursion: a builder may nest conditions as deep as it likes. */
    static Program of(Condition condition, ToIntFunction<Condition> leaf) {
        List<Integer> code = new ArrayList<>();
        Deque<Condition> open = new ArrayDeque<>(List.of(condition));
        while (!open.isEmpty()) {
            Condition next = open.pop();
            if (next instanceof All all) {
                code.add(~(all.conditions().size() << 1));
                push(all.conditions(), open);
            } else if (next instanceof Any any) {
                code.add(~(any.conditions().size() << 1 | 1));
                push(any.conditions(), open);
            } else if (next instanceof Not not) {
                code.add(leaf.applyAsInt(not.condition()) << 1 | 1);
            } else {
                code.add(leaf.applyAsInt(next) << 1);
            }
        }
        int[] numbers = new int[code.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = code.get(i);
        }
        return new Program(numbers);
    }

    private static void push(List<Condition> parts, Deque<Condition> open) {
        for (Condition part : parts) {
            open.push(part);
        }
    }

    int length() {
        return code.length;
    }

    /**
     * The truth of the condition.
     *
     * @param stack room for as many as the program is long
     */
    Truth run(Leaves leaves, Truth[] stack) {
        int top = 0;
        for (int i = code.length - 1; i >= 0; i--) {
            int step = code[i];
            if (step >= 0) {
                Truth truth = leaves.truth(step >> 1);
                stack[top++] = (step & 1) == 0 ? truth : truth.not();
            } else {
                boolean any = (~step & 1) != 0;
                Truth joined = stack[--top];
                for (int part = 1; part < ~step >> 1; part++) {
                    Truth other = stack[--top];
                    joined = any ? joined.or(other) : joined.and(other);
                }
                stack[top++] = joined;
            }
        }
        return stack[0];
    }
}
