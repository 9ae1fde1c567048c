package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * The ways to clear a change.
 *
 * @param ways each a set of steps that together clear the change, and no part of which does; the smallest first. None
 *     where the change is clear as it stands
 * @param complete whether these are all of the smallest ways; false where there were too many to list
 */
public record Unblock(List<List<Step>> ways, boolean complete) {
    /** Nothing needs to be done. */
    public static final Unblock NOTHING = new Unblock(List.of(), true);

    public Unblock {
        ways = Preconditions.copy(ways, "ways").stream()
                .map(way -> Preconditions.copy(way, "ways"))
                .toList();
    }
}
