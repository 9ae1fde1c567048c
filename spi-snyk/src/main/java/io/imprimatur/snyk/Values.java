package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values of a report as tools and versions write them: of another kind than expected they are stepped over. */
final class Values {
    private Values() {}

    /** Text, a number or a flag, cut; null where something else stands there. */
    static @Nullable String text(JsonStream json, int longest) {
        JsonStream.Kind kind = json.kind();
        String text = kind == JsonStream.Kind.OBJECT || kind == JsonStream.Kind.ARRAY ? null : json.scalar();
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Texts, of a list or of lists in it, or one that stands for itself. */
    static List<String> texts(JsonStream json, int most, int longest) {
        List<String> texts = new ArrayList<>();
        Runnable one = () -> {
            String text = texts.size() < most ? text(json, longest) : null;
            if (text != null) {
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

    static @Nullable Boolean flag(JsonStream json) {
        return json.kind() == JsonStream.Kind.FLAG ? json.flag().orElse(null) : null;
    }

    /** A whole number that an int holds; 0 where something else stands there. */
    static int whole(JsonStream json) {
        String digits = text(json, 20);
        return digits != null && digits.matches("-?[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

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
}
