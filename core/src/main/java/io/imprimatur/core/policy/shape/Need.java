package io.imprimatur.core.policy.shape;

import java.util.List;

/** What the keys of a mapping need beside them. */
public sealed interface Need {

    /** There is a key, for example this. */
    record Something(String example) implements Need {}

    /** There is exactly one key, whichever. */
    record Single() implements Need {}

    /** One of these keys is there, for example this; where {@code alone}, only one. */
    record OneOf(List<String> keys, boolean alone, String example) implements Need {
        public OneOf {
            keys = List.copyOf(keys);
        }
    }

    /** A key stands only beside another, for the reason that the message gives. */
    record Beside(String key, String other, String message, String remedy) implements Need {}

    /** Where a key is there, so is another; the remedy says how to write it. */
    record With(String key, String needed, String remedy) implements Need {}

    /** What the other keys are depends on whether a key is there: these where it is, those where it is not. */
    record Depending(String key, List<Key> with, List<Key> without) implements Need {
        public Depending {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }

    /** Where a key has this value, another is there. */
    record Where(String key, String value, String needed, String message, String remedy) implements Need {}
}
