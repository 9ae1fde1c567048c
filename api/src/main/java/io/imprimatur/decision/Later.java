package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is worked out when it is first asked for, once. Thread-safe. */
final class Later<T> {
    private final String field;
    private final Object oneAtATime;
    private @Nullable Supplier<T> work;
    private @Nullable T value;

    /**
     * A part that is not worked out yet.
     *
     * @param work gives it; let go of once it has
     * @param oneAtATime of the parts that share it no two are worked out at the same time
     */
    Later(@Nullable Supplier<T> work, String field, Object oneAtATime) {
        this.work = Preconditions.notNull(work, field);
        this.field = field;
        this.oneAtATime = oneAtATime;
    }

    T get() {
        synchronized (oneAtATime) {
            if (work != null) {
                value = Preconditions.notNull(work.get(), field);
                work = null;
            }
            return Preconditions.notNull(value, field);
        }
    }
}
