package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import org.jspecify.annotations.Nullable;

/** An {@code artifactLocation} while it is read (3.4). */
final class ArtifactReader {
    private static final int LONGEST = 10_000;

    @Nullable
    String uri;

    @Nullable
    String base;

    int index = -1;

    static ArtifactReader read(JsonStream json) {
        ArtifactReader artifact = new ArtifactReader();
        if (json.kind() == JsonStream.Kind.TEXT) {
            artifact.uri = cut(json.text()); // before 2.1.0
        }
        Loose.object(json, key -> artifact.member(json, key));
        return artifact;
    }

    private void member(JsonStream json, String key) {
        switch (key) {
            case "uri" -> uri = cut(Loose.scalar(json));
            case "uriBaseId" -> base = cut(Loose.scalar(json));
            case "index" -> index = Numbers.index(json);
            default -> {}
        }
    }

    /** As it stands, where it names a file itself. */
    @Nullable
    Artifact named() {
        return uri == null ? null : new Artifact(uri, base);
    }

    /** By its own name, or else by its index. */
    @Nullable
    Artifact in(RunContext context) {
        Artifact named = named();
        return named == null ? context.artifact(index) : named;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
