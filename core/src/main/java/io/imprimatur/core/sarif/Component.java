package io.imprimatur.core.sarif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A driver, an extension or a taxonomy (3.19) with its rules or taxa. */
final class Component {
    static final Component NONE = new Component("", null, null, List.of(), Map.of());

    final String name;
    final @Nullable String version;
    final @Nullable String guid;
    /** The global message strings, by id. */
    final Map<String, String> messages;

    private final List<Rule> rules;
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, Rule> byGuid = new HashMap<>();

    Component(
            String name,
            @Nullable String version,
            @Nullable String guid,
            List<Rule> rules,
            Map<String, String> messages) {
        this.name = name;
        this.version = version;
        this.guid = guid;
        this.rules = rules;
        this.messages = messages;
        for (Rule rule : rules) {
            byId.putIfAbsent(rule.id(), rule);
            if (rule.guid() != null) {
                byGuid.putIfAbsent(rule.guid(), rule);
            }
        }
    }

    @Nullable
    Rule at(int index) {
        return index >= 0 && index < rules.size() ? rules.get(index) : null;
    }

    @Nullable
    Rule byId(String id) {
        return byId.get(id);
    }

    @Nullable
    Rule byGuid(String id) {
        return byGuid.get(id);
    }
}
