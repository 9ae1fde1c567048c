package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds added files that have exactly the content of a file of the base, changed since or not, as
 * {@code git diff -C100% --find-copies-harder} does. Files without content are copies of nothing. Of several origins the
 * one of the same name is taken, else the first by path.
 */
final class CopyDetection {
    private static final ObjectId EMPTY = ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    private CopyDetection() {}

    static List<Difference> apply(List<Difference> differences, @Nullable AnyObjectId base, Trees trees)
            throws IOException {
        Map<ObjectId, List<TreeEntry>> origins = new HashMap<>();
        for (Difference difference : differences) {
            if (canBeCopy(difference)) {
                origins.put(difference.current().id(), new ArrayList<>());
            }
        }
        if (base == null || origins.isEmpty()) {
            return differences;
        }
        trees.files(base, file -> {
            List<TreeEntry> found = file.isRegular() ? origins.get(file.id()) : null;
            if (found != null) {
                found.add(file);
            }
        });
        return differences.stream()
                .map(difference -> canBeCopy(difference)
                        ? copied(
                                difference,
                                origins.getOrDefault(difference.current().id(), List.of()))
                        : difference)
                .toList();
    }

    private static boolean canBeCopy(Difference difference) {
        return difference.kind() == Difference.Kind.ADDED
                && difference.current().isRegular()
                && !difference.current().id().equals(EMPTY);
    }

    private static Difference copied(Difference added, List<TreeEntry> origins) {
        TreeEntry copy = added.current();
        // Paths that are there before and after are not added, so no origin has the path of the copy.
        return origins.stream()
                .filter(origin -> origin.baseName().equals(copy.baseName()))
                .findFirst()
                .or(() -> origins.stream().findFirst())
                .map(origin -> new Difference(Difference.Kind.COPIED, origin, copy))
                .orElse(added);
    }
}
