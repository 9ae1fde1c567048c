package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about who wrote a change.
 *
 * @param attributions each once, ordered; where two speak of the same lines, both readings stay possible
 * @param generations each id once, ordered by id
 * @param developerOfRecord who answers for the change, where known
 */
public record Provenance(
        List<Attribution> attributions,
        List<Generation> generations,
        @Nullable DeveloperOfRecord developerOfRecord) {

    /** Nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(List.of(), List.of(), null);

    public Provenance {
        attributions = Preconditions.ordered(attributions, "attributions");
        TreeMap<String, Generation> byId = new TreeMap<>();
        for (Generation generation : Preconditions.<Generation>copy(generations, "generations")) {
            String id = generation.id();
            Preconditions.check(byId.putIfAbsent(id, generation) == null, "generations", id, "must have each id once");
        }
        generations = List.copyOf(byId.values());
        for (Attribution attribution : attributions) {
            String id = attribution.generation();
            Preconditions.check(
                    id == null || byId.containsKey(id),
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
