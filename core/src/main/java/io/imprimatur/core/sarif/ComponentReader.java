package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads tool components (3.19) and keeps of them what results refer to. */
final class ComponentReader {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_TAGS = 100;

    private final JsonStream json;
    private final Budget budget;

    ComponentReader(JsonStream json, Budget budget) {
        this.json = json;
        this.budget = budget;
    }

    Component read() {
        Draft draft = new Draft();
        Loose.object(json, key -> {
            switch (key) {
                case "name" -> draft.name = kept(Loose.scalar(json), LONGEST_NAME);
                case "semanticVersion" -> draft.version = kept(Loose.scalar(json), LONGEST_NAME);
                case "version" ->
                    draft.version = draft.version == null ? kept(Loose.scalar(json), LONGEST_NAME) : draft.version;
                case "guid" -> draft.guid = kept(Loose.scalar(json), LONGEST_NAME);
                case "rules", "taxa" -> Loose.array(json, () -> draft.rules.add(rule()));
                case "globalMessageStrings" -> messages(draft.messages);
                default -> {}
            }
        });
        return new Component(
                draft.name == null ? "" : draft.name, draft.version, draft.guid, draft.rules, draft.messages);
    }

    private static final class Draft {
        @Nullable
        String name;

        @Nullable
        String version;

        @Nullable
        String guid;

        final List<Rule> rules = new ArrayList<>();
        final Map<String, String> messages = new HashMap<>();
    }

    private static final class RuleDraft {
        String id = "";

        @Nullable
        String guid;

        @Nullable
        String shortDescription;

        @Nullable
        String fullDescription;

        @Nullable
        String name;

        @Nullable
        String level;

        boolean isOn = true;

        @Nullable
        String score;

        final List<String> tags = new ArrayList<>();
        final List<String> cwe = new ArrayList<>();
        final List<String> cve = new ArrayList<>();
        final Map<String, String> messages = new HashMap<>();

        Rule rule() {
            tags.forEach(tag -> Weaknesses.addCwe(tag, cwe));
            tags.forEach(tag -> Weaknesses.addCve(tag, cve));
            Weaknesses.addCve(id, cve);
            String said = shortDescription == null ? fullDescription : shortDescription;
            return new Rule(
                    id,
                    guid,
                    name,
                    said == null ? name : said,
                    level,
                    isOn,
                    Levels.byScore(score),
                    tags,
                    cwe,
                    cve,
                    messages);
        }
    }

    private Rule rule() {
        RuleDraft draft = new RuleDraft();
        Loose.object(json, key -> {
            switch (key) {
                case "id" -> draft.id = keptOrEmpty(Loose.scalar(json), LONGEST_NAME);
                case "guid" -> draft.guid = kept(Loose.scalar(json), LONGEST_NAME);
                case "name" -> draft.name = kept(Loose.scalar(json), LONGEST_NAME);
                case "shortDescription" -> draft.shortDescription = words();
                case "fullDescription" -> draft.fullDescription = words();
                case "defaultConfiguration" ->
                    Loose.object(json, inner -> {
                        switch (inner) {
                            case "level" -> draft.level = kept(Loose.scalar(json), LONGEST_NAME);
                            case "enabled" -> draft.isOn = !"false".equalsIgnoreCase(Loose.scalar(json));
                            default -> {}
                        }
                    });
                case "messageStrings" -> messages(draft.messages);
                case "properties" -> Loose.object(json, inner -> property(draft, inner));
                case "relationships" -> Loose.array(json, () -> relationship(draft));
                default -> {}
            }
        });
        return draft.rule();
    }

    private void property(RuleDraft draft, String key) {
        switch (key) {
            case "security-severity" -> draft.score = scalarOrNull();
            case "tags" -> texts().forEach(tag -> draft.tags.add(keptOrEmpty(tag, LONGEST_NAME)));
            case "cwe", "cwe_ids", "CWE" -> texts().forEach(text -> Weaknesses.addTaxon("CWE", text, draft.cwe));
            default -> {}
        }
    }

    private void relationship(RuleDraft draft) {
        Loose.object(json, key -> {
            if (key.equals("target")) {
                Reference target = Reference.read(json);
                if (target.id != null) {
                    Weaknesses.addTaxon(String.valueOf(target.componentName), target.id, draft.cwe);
                }
            }
        });
    }

    /** A property bag may hold anything under a name. */
    private List<String> texts() {
        return Loose.texts(json, MOST_TAGS);
    }

    private @Nullable String scalarOrNull() {
        return kept(Loose.scalar(json), LONGEST_NAME);
    }

    private void messages(Map<String, String> to) {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            return;
        }
        Loose.object(json, id -> {
            String words = words();
            if (words != null) {
                to.put(keptOrEmpty(id, LONGEST_NAME), words);
            }
        });
    }

    private @Nullable String words() {
        return kept(Words.read(json), LONGEST_TEXT);
    }

    private @Nullable String kept(@Nullable String text, int longest) {
        return text == null ? null : budget.keep(json, text, longest);
    }

    private String keptOrEmpty(@Nullable String text, int longest) {
        return text == null ? "" : budget.keep(json, text, longest);
    }
}
