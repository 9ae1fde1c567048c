package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things that are in one file each, or in no file and so about all, to be found by the file.
 *
 * @param ofAll those that are about all files
 * @param ofOne those in one file, by the text of its path
 */
record ByFile<T>(List<T> ofAll, Map<String, List<T>> ofOne) {

    /** By the place of each. */
    static <T> ByFile<T> of(List<T> things, Function<T, @Nullable Location> place) {
        List<T> ofAll = new ArrayList<>();
        Map<String, List<T>> ofOne = new HashMap<>();
        for (T thing : things) {
            Location location = place.apply(thing);
            if (location == null) {
                ofAll.add(thing);
            } else {
                ofOne.computeIfAbsent(location.path().text(), path -> new ArrayList<>())
                        .add(thing);
            }
        }
        return new ByFile<>(ofAll, ofOne);
    }

    /** Those that concern a file, as it stands at base or at head. */
    List<T> concerning(ChangedFile file) {
        if (ofOne.isEmpty()) {
            return ofAll;
        }
        List<T> all = new ArrayList<>(ofAll);
        all.addAll(ofOne.getOrDefault(file.path().text(), List.of()));
        RepoPath before = file.movedFrom().orElse(null);
        if (before != null) {
            all.addAll(ofOne.getOrDefault(before.text(), List.of()));
        }
        return all;
    }
}
