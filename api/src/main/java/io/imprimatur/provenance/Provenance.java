package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about who wrote a change.
 *
 * @param attributions in any order; where two speak of the same lines, both readings stay possible
 * @param generations each id once, ordered by id
 * @param developerOfRecord who answers for the change, where known
 */
public record Provenance(
        List<Attribution> attributions,
        List<Generation> generations,
        @Nullable DeveloperOfRecord developerOfRecord) {

    private static final Comparator<Attribution> ORDER = Comparator.comparing(Attribution::path)
            .thenComparing(attribution -> String.valueOf(attribution.lines()))
            .thenComparing(Attribution::contributor)
            .thenComparing(attribution -> attribution.aiShare().low())
            .thenComparing(attribution -> attribution.aiShare().high())
            .thenComparing(Attribution::generation, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(attribution -> attribution.evidence().toArray(Evidence[]::new), Arrays::compare);

    /** Nothing is known. */
    // After the order, which its constructor needs.
    public static final Provenance UNKNOWN = new Provenance(List.of(), List.of(), null);

    public Provenance {
        attributions = Preconditions.copy(attributions, "attributions").stream()
                .distinct()
                .sorted(ORDER)
                .toList();
        generations = Preconditions.copy(generations, "generations").stream()
                .sorted(Comparator.comparing(Generation::id))
                .toList();
        Set<String> ids = new HashSet<>();
        for (Generation generation : generations) {
            Preconditions.check(ids.add(generation.id()), "generations", generation.id(), "must have each id once");
        }
        for (Attribution attribution : attributions) {
            String id = attribution.generation();
            Preconditions.check(
                    id == null || ids.contains(id),
                    "attributions.generation",
                    id,
                    "must name a generation that is given");
        }
    }

    /** The generation with an id. */
    public Optional<Generation> generation(String id) {
        return generations.stream()
                .filter(generation -> generation.id().equals(id))
                .findFirst();
    }
}
