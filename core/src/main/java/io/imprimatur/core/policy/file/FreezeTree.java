package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.TimeWindow;
import java.time.LocalTime;
import java.util.Locale;

/** A freeze as a tree of JSON: the list of its windows. */
final class FreezeTree {
    private FreezeTree() {}

    static JsonArray of(Freeze freeze) {
        return JsonArray.of(freeze.windows(), FreezeTree::window);
    }

    private static JsonObject window(TimeWindow window) {
        if (window instanceof TimeWindow.Span span) {
            return JsonObject.builder()
                    .put("from", span.from().toString())
                    .put("until", span.until().toString())
                    .build();
        }
        TimeWindow.Weekly weekly = (TimeWindow.Weekly) window;
        JsonObject.Builder tree = JsonObject.builder()
                .put(
                        "days",
                        JsonArray.of(
                                weekly.days(),
                                day -> new JsonString(day.name().substring(0, 3).toLowerCase(Locale.ROOT))));
        if (!weekly.from().equals(LocalTime.MIN)) {
            tree.put("from", weekly.from().toString());
        }
        return tree.putIfPresent("until", weekly.until())
                .put("zone", weekly.zone().getId())
                .build();
    }
}
