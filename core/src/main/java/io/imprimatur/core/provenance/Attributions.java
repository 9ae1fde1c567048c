package io.imprimatur.core.provenance;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wrote what, by the file. Immutable and thread-safe. */
public final class Attributions {
    private final Map<String, List<Attribution>> byPath = new HashMap<>();

    /** Those of a provenance. */
    public Attributions(Provenance provenance) {
        for (Attribution attribution : provenance.attributions()) {
            byPath.computeIfAbsent(attribution.path().text(), path -> new ArrayList<>())
                    .add(attribution);
        }
    }

    /** Those that speak of a file, in their order. */
    public List<Attribution> of(ChangedFile file) {
        List<Attribution> known = byPath.get(file.path().text());
        return known == null ? List.of() : known;
    }

    /** Those that speak of a path, or of what is below it. */
    List<Attribution> below(RepoPath path) {
        List<Attribution> below = new ArrayList<>();
        byPath.forEach((text, attributions) -> {
            if (text.equals(path.text()) || text.startsWith(path.text() + "/")) {
                below.addAll(attributions);
            }
        });
        return below;
    }
}
