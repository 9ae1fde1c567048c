package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code configurationOverride} (3.51): to what an invocation sets a rule. Its rank and its parameters are not read, as no
 * policy asks for them.
 *
 * @param invocation of which invocation, from 0
 * @param rule which rule
 * @param level as it is written; absent where it stays as it is
 * @param isOff whether the rule did not run
 */
record ConfigurationOverride(
        int invocation, Reference rule, @Nullable String level, boolean isOff) {
    private static final int LONGEST = 1_000;

    static ConfigurationOverride read(JsonStream json, Budget budget, int invocation) {
        Reference[] rule = {new Reference()};
        @Nullable String[] level = new String[1];
        boolean[] isOff = new boolean[1];
        Loose.object(json, key -> {
            switch (key) {
                case "descriptor" -> rule[0] = Reference.read(json).kept(json, budget);
                case "configuration" ->
                    Loose.object(json, inner -> {
                        switch (inner) {
                            case "level" -> level[0] = Loose.scalar(json);
                            case "enabled" -> isOff[0] = "false".equalsIgnoreCase(Loose.scalar(json));
                            default -> {}
                        }
                    });
                default -> {}
            }
        });
        String said = level[0] == null ? null : budget.keep(json, level[0], LONGEST);
        return new ConfigurationOverride(invocation, rule[0], said, isOff[0]);
    }

    /** The rule's id, or what else it is known by. */
    String name() {
        return rule.id != null ? rule.id : rule.guid != null ? rule.guid : "unnamed";
    }
}
