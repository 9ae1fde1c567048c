package io.imprimatur.scan;

import io.imprimatur.error.Preconditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a scanner covered, said by what it did not.
 *
 * @param gaps what was not covered, ordered, each once; none where the scan was complete
 */
public record Coverage(List<Gap> gaps) {
    /** Everything that was asked was covered. */
    public static final Coverage COMPLETE = new Coverage(List.of());

    public Coverage {
        gaps = Preconditions.copy(gaps, "gaps").stream().distinct().sorted().toList();
    }

    /** All but these. */
    public static Coverage except(Gap... gaps) {
        return new Coverage(List.of(gaps));
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** This with further gaps. */
    public Coverage with(Collection<Gap> more) {
        List<Gap> all = new ArrayList<>(gaps);
        all.addAll(more);
        return new Coverage(all);
    }
}
