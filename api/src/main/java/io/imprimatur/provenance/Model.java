package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model that writes code.
 *
 * @param id as its provider names it, at most 250 characters, for example {@code anthropic/claude-opus-4}
 * @param version where it is not part of the id
 * @param provider who runs it
 * @param region where it runs, for rules of data residency, for example {@code eu-central-1}
 */
public record Model(
        String id,
        @Nullable String version,
        @Nullable String provider,
        @Nullable String region) implements Comparable<Model> {
    /** The longest id. */
    public static final int MAX_ID = 250;

    private static final Comparator<@Nullable String> ABSENT_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    public Model {
        Preconditions.text(id, "id", MAX_ID);
        if (version != null) {
            Preconditions.text(version, "version", MAX_ID);
        }
        if (provider != null) {
            Preconditions.text(provider, "provider", MAX_ID);
        }
        if (region != null) {
            Preconditions.text(region, "region", MAX_ID);
        }
    }

    /** A model of which only the id is known. */
    public static Model of(String id) {
        return new Model(id, null, null, null);
    }

    @Override
    public int compareTo(Model other) {
        return Comparator.comparing(Model::id)
                .thenComparing(Model::version, ABSENT_FIRST)
                .thenComparing(Model::provider, ABSENT_FIRST)
                .thenComparing(Model::region, ABSENT_FIRST)
                .compare(this, other);
    }
}
