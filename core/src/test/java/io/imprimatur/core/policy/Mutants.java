package io.imprimatur.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents with one thing about them changed, the same ones in every run. */
final class Mutants {
    private static final List<Object> VALUES = List.of(
            PlainTree.Nothing.NOTHING,
            true,
            false,
            new BigDecimal(0),
            new BigDecimal(3),
            new BigDecimal("2.5"),
            "",
            " ",
            "x",
            "Secret",
            "secret",
            "a//b",
            "/a",
            "src/**",
            "a**",
            "{a}",
            ">= 3",
            "<= 3",
            ">=  20 %",
            "> high",
            ">= high",
            "< 70%",
            ">= 1",
            "2d",
            "0d",
            "99999d",
            "review",
            "block",
            "oblige",
            "warn",
            "imprimatur.x",
            "CWE-79",
            "mon",
            "16:00",
            "2026-12-19T00:00:00Z",
            "UTC",
            "rollback-plan",
            List.of(),
            List.of("x"),
            List.of("x", new BigDecimal(3)),
            Map.of(),
            Map.of("x", "y"),
            Map.of("in", "x"),
            Map.of("finding", Map.of()),
            Map.of("paths", "x"),
            Map.of("label", "x"));
    private static final List<String> KEYS = List.of(
            "extends2", "not", "in", "paths", "within", "zone", "days", "label", "confidence", "share", "review");

    private final Random random = new Random(20_201_2);

    /** Another document, changed in one place. */
    Object of(Object document) {
        Object copy = PlainTree.copy(document);
        List<Slot> slots = new ArrayList<>();
        collect(copy, slots);
        Slot slot = slots.get(random.nextInt(slots.size()));
        switch (random.nextInt(7)) {
            case 0 -> slot.remove();
            case 1 -> slot.rename(one(KEYS));
            case 2 -> slot.put(List.of(slot.get()));
            case 3 -> slot.put(new LinkedHashMap<>(Map.of(one(KEYS), slot.get())));
            case 4 -> slot.put(PlainTree.copy(one(slots).get()));
            case 5 -> slot.putBeside(one(KEYS), one(VALUES));
            default -> slot.put(one(VALUES));
        }
        return copy;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static void collect(Object tree, List<Slot> slots) {
        if (tree instanceof Map<?, ?> map) {
            for (Object key : map.keySet()) {
                slots.add(new Slot(tree, key));
                collect(map.get(key), slots);
            }
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                slots.add(new Slot(tree, i));
                collect(list.get(i), slots);
            }
        }
    }

    /** A place in a map or a list. */
    @SuppressWarnings("unchecked")
    private record Slot(Object owner, Object key) {
        Object get() {
            return owner instanceof Map<?, ?> map ? map.get(key) : ((List<Object>) owner).get((Integer) key);
        }

        void put(Object value) {
            if (owner instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(key, value);
            } else {
                ((List<Object>) owner).set((Integer) key, value);
            }
        }

        void putBeside(String other, Object value) {
            if (owner instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).putIfAbsent(other, value);
            } else {
                ((List<Object>) owner).add(value);
            }
        }

        void rename(String other) {
            Object value = get();
            remove();
            putBeside(other, value);
        }

        void remove() {
            if (owner instanceof Map<?, ?> map) {
                map.remove(key);
            } else {
                ((List<Object>) owner).remove((int) (Integer) key);
            }
        }
    }
}
