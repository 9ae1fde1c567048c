package io.imprimatur.semgrep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of the page about the rules. */
final class RulesPage {
    /** The headings, in their order on the page. */
    static final Map<String, String> AREAS = areas();

    private RulesPage() {}

    static String of(List<OwnRule> rules) {
        return AREAS.entrySet().stream()
                .map(area -> rules.stream()
                        .filter(rule -> rule.file().startsWith(area.getKey() + "/"))
                        .map(RulesPage::line)
                        .collect(Collectors.joining(
                                "",
                                "## " + area.getValue() + "\n\n| rule | severity | confidence | CWE | what it finds |\n"
                                        + "|---|---|---|---|---|\n",
                                "")))
                .collect(Collectors.joining("\n"));
    }

    private static String line(OwnRule rule) {
        String weaknesses =
                rule.weaknesses().stream().map(id -> id.substring(4)).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s |\n",
                rule.id().substring("imprimatur.".length()),
                rule.severity().toLowerCase(Locale.ROOT),
                rule.confidence().toLowerCase(Locale.ROOT),
                weaknesses,
                firstSentence(rule.message())
                        .replace("|", "\\|")
                        .replace("<", "&lt;")
                        .replace("$METHOD", "…")
                        .replace("$FUNCTION", "…"));
    }

    private static String firstSentence(String message) {
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end + 1);
    }

    private static Map<String, String> areas() {
        Map<String, String> areas = new LinkedHashMap<>();
        areas.put("injection", "Injection");
        areas.put("cryptography", "Cryptography");
        areas.put("credentials", "Credentials and tokens");
        areas.put("network", "Network");
        areas.put("web", "Web");
        areas.put("parsing", "Reading what others wrote");
        areas.put("files", "Files");
        areas.put("failure", "Failures");
        areas.put("tests", "Tests");
        areas.put("imagined", "What does not exist");
        areas.put("leftovers", "What an assistant left behind");
        areas.put("topic", "What code is about");
        return areas;
    }
}
