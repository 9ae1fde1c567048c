package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * The ways to clear a change. A set of steps clears it if then no rule that counts fires, one that does not fire now
 * included, but for those whose review the steps approve. What a step leaves open of what it changes is taken for unknown;
 * that a fixed finding also lowers the risk, or that a smaller change touches fewer paths, is not worked out.
 *
 * @param ways each a set of steps that together clear the change, and no part of which does; the smallest first. None
 *     where the change is clear as it stands, or where nothing clears it
 * @param complete whether these are all such sets, of those that achieve the same one; false where there were too many to
 *     list or to work out: then the smallest of those that were found
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
