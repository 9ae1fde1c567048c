package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values that may be anything, as in property bags (3.8), or where tools and versions disagree and nothing is hidden by
 * stepping over what is not of the kind sought.
 */
final class Loose {
    private Loose() {}

    static void object(JsonStream json, Consumer<String> member) {
        if (json.kind() == JsonStream.Kind.OBJECT) {
            json.object(member);
        }
    }

    static void array(JsonStream json, Runnable item) {
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(item);
        }
    }

    static @Nullable String scalar(JsonStream json) {
        return isStructure(json) ? null : json.scalar();
    }

    static List<String> texts(JsonStream json, int most) {
        List<String> texts = new ArrayList<>();
        Runnable one = () -> {
            String text = scalar(json);
            if (text != null && texts.size() < most) {
                texts.add(text);
            }
        };
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(one);
        } else {
            one.run();
        }
        return texts;
    }

    private static boolean isStructure(JsonStream json) {
        JsonStream.Kind kind = json.kind();
        return kind == JsonStream.Kind.OBJECT || kind == JsonStream.Kind.ARRAY;
    }
}
