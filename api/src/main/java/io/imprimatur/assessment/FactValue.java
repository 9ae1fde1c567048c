package io.imprimatur.assessment;

import io.imprimatur.error.Preconditions;
import java.util.List;

/** The value of a {@link Fact}. */
public sealed interface FactValue {

    /** A text of at most 4,000 characters. */
    record Text(String value) implements FactValue {
        public Text {
            Preconditions.text(value, "value", 4000);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** A whole number within ±(2^53 − 1), which every JSON reader holds exactly. */
    record Whole(long value) implements FactValue {
        /** The largest whole number. */
        public static final long MAX = Preconditions.MAX_WHOLE;

        public Whole {
            Preconditions.check(value >= -MAX && value <= MAX, "value", value, "must be within ±" + MAX);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** True or false. */
    record Flag(boolean value) implements FactValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A set of texts, ordered, at most 1,000. */
    record Texts(List<String> values) implements FactValue {
        public Texts {
            values = Preconditions.copy(values, "values").stream()
                    .distinct()
                    .sorted()
                    .toList();
            Preconditions.check(values.size() <= 1000, "values", values.size(), "must be at most 1000");
            for (String value : values) {
                Preconditions.text(value, "values", 4000);
            }
        }

        @Override
        public String toString() {
            return String.join(", ", values);
        }
    }
}
