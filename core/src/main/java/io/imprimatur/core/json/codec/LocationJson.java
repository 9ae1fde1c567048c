package io.imprimatur.core.json.codec;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Location;
import org.jspecify.annotations.Nullable;

/** Where a finding is. What is not known of it is left out. */
public final class LocationJson {
    private LocationJson() {}

    public static JsonObject write(Location location) {
        JsonObject.Builder out =
                JsonObject.builder().put("path", location.path().text());
        LineRange lines = location.lines();
        if (lines != null) {
            out.put("firstLine", lines.first()).put("lastLine", lines.last());
        }
        if (location.firstColumn() > 0) {
            out.put("firstColumn", location.firstColumn());
        }
        if (location.lastColumn() > 0) {
            out.put("lastColumn", location.lastColumn());
        }
        return out.build();
    }

    public static Location read(Fields in) {
        return new Location(
                in.text("path", RepoPath::new),
                lines(in, place(in, "firstLine"), place(in, "lastLine")),
                place(in, "firstColumn"),
                place(in, "lastColumn"));
    }

    /** A line or a column: 0 where it is left out, -1 where it was refused. */
    private static int place(Fields in, String key) {
        Integer place = in.optional(key, in::number);
        if (place == null) {
            return 0;
        }
        if (place < 1) {
            in.refuse(Problem.of("must be at least 1")
                    .field(key)
                    .value(place)
                    .remedy("leave it out where it is not known"));
            return -1;
        }
        return place;
    }

    private static @Nullable LineRange lines(Fields in, int first, int last) {
        boolean refused = first < 0 || last < 0;
        if (refused || (first == 0 && last == 0)) {
            return null;
        }
        if (first == 0 || last < first || last == Integer.MAX_VALUE) {
            in.refuse(Problem.of("must stand with firstLine, and not be before it")
                    .field("lastLine")
                    .value(last == 0 ? "absent" : last)
                    .remedy("write the same line twice for one line"));
            return null;
        }
        return new LineRange(first, last);
    }
}
