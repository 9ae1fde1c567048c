package io.imprimatur.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What differs between two lists of files, each ordered by path. */
final class ListedDifferences {
    private ListedDifferences() {}

    static List<Difference> between(List<TreeEntry> before, List<TreeEntry> after) {
        List<Difference> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            TreeEntry old = i < before.size() ? before.get(i) : null;
            TreeEntry current = j < after.size() ? after.get(j) : null;
            int order = old == null ? 1 : current == null ? -1 : old.path().compareTo(current.path());
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            TreeEntry left = order <= 0 ? old : null;
            TreeEntry right = order >= 0 ? current : null;
            if (!Objects.equals(left, right)) {
                differences.add(Difference.of(left, right));
            }
        }
        return differences;
    }
}
