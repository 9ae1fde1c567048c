package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code message} (3.11) or {@code multiformatMessageString} (3.12) while it is read. Before 2.1.0 it was a text. */
final class Words {
    private static final int LONGEST = 20_000;
    private static final int MOST_ARGUMENTS = 50;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]{1,2})\\}|\\{\\{|\\}\\}");
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[([^\\]\\[]{1,1000})\\]\\([^)(]{0,2000}\\)");

    private @Nullable String text;
    private @Nullable String markdown;
    private @Nullable String id;
    private List<String> arguments = List.of();

    static Words of(JsonStream json) {
        Words words = new Words();
        if (json.kind() == JsonStream.Kind.OBJECT) {
            Loose.object(json, key -> words.member(json, key));
        } else {
            words.text = cut(Loose.scalar(json));
        }
        return words;
    }

    /** The text alone; null where there is none. */
    static @Nullable String read(JsonStream json) {
        Words words = of(json);
        return words.text == null ? words.markdown : words.text;
    }

    private void member(JsonStream json, String key) {
        switch (key) {
            case "text" -> text = cut(Loose.scalar(json));
            case "markdown" -> markdown = cut(Loose.scalar(json));
            case "id", "messageId" -> id = cut(Loose.scalar(json));
            case "arguments" -> arguments = Loose.texts(json, MOST_ARGUMENTS);
            default -> {}
        }
    }

    /** The words, by their id from the rule or its tool where they do not stand here; empty where there are none. */
    String resolve(Map<String, String> ofRule, Map<String, String> ofTool) {
        String said = text;
        if (said == null && id != null) {
            said = ofRule.getOrDefault(id, ofTool.get(id));
        }
        if (said == null) {
            said = markdown;
        }
        return said == null ? "" : plain(filled(said));
    }

    /** With the arguments at their places (3.11.5). */
    private String filled(String said) {
        if (said.indexOf('{') < 0) {
            return said;
        }
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(said);
        while (placeholder.find() && filled.length() < LONGEST) {
            String number = placeholder.group(1);
            String value = placeholder.group();
            if (number == null) {
                value = arguments.isEmpty() ? value : value.substring(1);
            } else if (Integer.parseInt(number) < arguments.size()) {
                value = arguments.get(Integer.parseInt(number));
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(filled).toString();
    }

    /** Without the links into the report (3.11.6): their text alone. */
    private static String plain(String said) {
        return said.indexOf("](") < 0 ? said : LINK.matcher(said).replaceAll("$1");
    }

    private static @Nullable String cut(@Nullable String said) {
        return said == null || said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }
}
