package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.Region;
import io.imprimatur.core.intake.Span;
import io.imprimatur.error.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * Where a result is, as the report says it, unchecked.
 *
 * @param artifact the file; absent where only a logical location is named
 * @param region lines and columns
 * @param span the same, counted from the start of the file; absent where {@code region} names a line or none is
 * @param logical the fully qualified name of a function, a package and so on; absent where none is named
 */
public record SarifLocation(
        @Nullable Artifact artifact,
        Region region,
        @Nullable Span span,
        @Nullable String logical) {
    /**
     * A file (3.4), an index into the artifacts of the run already resolved.
     *
     * @param uri a URI reference, or what the tool writes in its place
     * @param base the {@code uriBaseId} that it is relative to; absent where it has none
     */
    public record Artifact(String uri, @Nullable String base) {
        public Artifact {
            Preconditions.notNull(uri, "uri");
        }
    }

    public SarifLocation {
        Preconditions.notNull(region, "region");
    }
}
