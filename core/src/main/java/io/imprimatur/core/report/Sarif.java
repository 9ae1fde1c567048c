package io.imprimatur.core.report;

import io.imprimatur.change.LineRange;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.Printable;
import io.imprimatur.finding.Location;
import java.util.List;

/** The parts of a SARIF log that stand everywhere in it: messages and locations. */
final class Sarif {
    /** What every path is relative to. */
    static final String ROOT = "%SRCROOT%";

    private Sarif() {}

    /** A {@code message} or {@code multiformatMessageString} (sections 3.11 and 3.12). */
    static JsonObject text(String words) {
        return JsonObject.builder().put("text", plain(words)).build();
    }

    /** Words in which nothing is hidden and no link is embedded (section 3.11.6). */
    static String plain(String words) {
        return Printable.of(words).replace("](", "] (");
    }

    /** A {@code location} (section 3.28). A file as a whole is its first line: GitHub wants a region. */
    static JsonObject location(Location location) {
        JsonObject artifact = JsonObject.builder()
                .put("uri", Uri.of(location.path()))
                .put("uriBaseId", ROOT)
                .build();
        return JsonObject.builder()
                .put(
                        "physicalLocation",
                        JsonObject.builder()
                                .put("artifactLocation", artifact)
                                .put("region", region(location))
                                .build())
                .build();
    }

    /** A {@code region} (section 3.30): its last line is included, its last column is not. */
    private static JsonObject region(Location location) {
        LineRange lines = location.lines() == null ? LineRange.of(1) : location.lines();
        JsonObject.Builder region = JsonObject.builder().put("startLine", lines.first());
        if (location.firstColumn() > 0) {
            region.put("startColumn", location.firstColumn());
        }
        if (lines.size() > 1) {
            region.put("endLine", lines.last());
        }
        if (location.lastColumn() > 0) {
            region.put("endColumn", location.lastColumn() + 1L);
        }
        return region.build();
    }

    static JsonArray locations(List<Location> locations) {
        return JsonArray.of(locations, Sarif::location);
    }
}
