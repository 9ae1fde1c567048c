package io.imprimatur.semgrep;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the module brings.
 *
 * @param file where it stands, below the folder of the rules, for example {@code injection/python.yaml}
 * @param fields what stands there
 */
record OwnRule(String file, Map<String, Object> fields) {
    String id() {
        return text("id");
    }

    /** The last part of the identifier. */
    String name() {
        return id().substring(id().lastIndexOf('.') + 1);
    }

    /** Where its cases are: a folder beside which its file would stand. */
    String folder() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    String message() {
        return text("message");
    }

    String severity() {
        return text("severity");
    }

    String category() {
        return String.valueOf(metadata().get("category"));
    }

    String confidence() {
        return String.valueOf(metadata().get("confidence"));
    }

    List<String> languages() {
        return texts(fields.get("languages"));
    }

    List<String> weaknesses() {
        return texts(metadata().get("cwe"));
    }

    /** Why it is a fault, where it is no weakness that the list of weaknesses knows. */
    @Nullable
    String reason() {
        return metadata().get("reason") instanceof String reason ? reason : null;
    }

    private Map<?, ?> metadata() {
        return fields.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    private String text(String key) {
        return String.valueOf(fields.get(key));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }
}
