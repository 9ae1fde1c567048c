package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.time.Instant;
import java.util.List;

/**
 * A time in which changes need more than at other times.
 *
 * @param id an identifier
 * @param windows when it is in force; at least one, ordered as written
 */
public record Freeze(String id, List<TimeWindow> windows) {
    public Freeze {
        Preconditions.id(id, "freeze");
        windows = Preconditions.copy(windows, "freezes." + id);
        Preconditions.check(!windows.isEmpty(), "freezes." + id, "none", "must have at least one window");
    }

    /** Whether it is in force at a time. */
    public boolean isInForceAt(Instant time) {
        return windows.stream().anyMatch(window -> window.contains(time));
    }
}
