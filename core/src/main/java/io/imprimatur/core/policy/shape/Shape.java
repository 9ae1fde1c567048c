package io.imprimatur.core.policy.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a value of a policy's file may be. */
public sealed interface Shape {

    /**
     * Text that every pattern finds.
     *
     * @param name of its own in the schema
     * @param description what it is
     * @param most how many characters it may have
     * @param patterns regular expressions of ECMA-262
     * @param examples for completion in editors
     */
    record Text(String name, String description, int most, List<String> patterns, List<String> examples)
            implements Shape {
        /** As {@code most}: there is no limit. */
        public static final int ANY_LENGTH = Integer.MAX_VALUE;

        public Text {
            patterns = List.copyOf(patterns);
            examples = List.copyOf(examples);
        }
    }

    /** One of some words. */
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }

        /** The names of the constants in lower case with hyphens. */
        public static <E extends Enum<E>> Choice of(E[] constants) {
            List<String> words = new ArrayList<>(constants.length);
            for (E constant : constants) {
                words.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            return new Choice(words);
        }
    }

    /** True or false; where {@code onlyTrue}, true. */
    record Flag(boolean onlyTrue) implements Shape {}

    /** A whole number. */
    record Whole(int least, int most) implements Shape {}

    /** Text, a number, true or false. */
    record Scalar() implements Shape {}

    /** One, or a list of at least one. */
    record Several(Shape item) implements Shape {}

    /** A list, which may be empty. */
    record Listed(Shape item, int most) implements Shape {}

    /** A mapping whose keys are identifiers of the writer's own. */
    record ById(Shape value) implements Shape {}

    /** Any of these. */
    record Either(List<Shape> shapes) implements Shape {
        public Either {
            shapes = List.copyOf(shapes);
        }
    }

    /** Another condition inside a condition; where {@code negated}, one that is turned into its opposite. */
    record Inner(boolean negated) implements Shape {}

    /**
     * A mapping of these keys and no others.
     *
     * @param name of its own in the schema
     * @param instead what to write where something else stands
     * @param keys in the order in which they are told
     * @param needs what else must be so
     */
    record Mapping(String name, String instead, List<Key> keys, List<Need> needs) implements Shape {
        public Mapping {
            keys = List.copyOf(keys);
            needs = List.copyOf(needs);
        }

        /** The keys as they are written. */
        public List<String> names() {
            return keys.stream().map(Key::name).toList();
        }

        /** What stands under a key, which must be one of these. */
        public Key key(String wanted) {
            return keys.stream()
                    .filter(key -> key.name().equals(wanted))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
