package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import org.jspecify.annotations.Nullable;

/** A {@code reportingDescriptorReference} (3.52) while it is read: which rule, and of which component. */
final class Reference {
    private static final int LONGEST_ID = 1_000;

    @Nullable
    String id;

    @Nullable
    String guid;

    int index = -1;

    @Nullable
    String componentName;

    @Nullable
    String componentGuid;

    int componentIndex = -1;

    static Reference read(JsonStream json) {
        Reference reference = new Reference();
        Loose.object(json, key -> {
            switch (key) {
                case "id" -> reference.id = id(json);
                case "guid" -> reference.guid = Loose.scalar(json);
                case "index" -> reference.index = Numbers.index(json);
                case "toolComponent" ->
                    Loose.object(json, part -> {
                        switch (part) {
                            case "name" -> reference.componentName = Loose.scalar(json);
                            case "guid" -> reference.componentGuid = Loose.scalar(json);
                            case "index" -> reference.componentIndex = Numbers.index(json);
                            default -> {}
                        }
                    });
                default -> {}
            }
        });
        return reference;
    }

    /** The id of a rule; a longer one is cut. */
    static @Nullable String id(JsonStream json) {
        String id = Loose.scalar(json);
        return id == null || id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }

    /** The same, after what it names is paid for. */
    Reference kept(JsonStream json, Budget budget) {
        id = kept(json, budget, id);
        guid = kept(json, budget, guid);
        componentName = kept(json, budget, componentName);
        componentGuid = kept(json, budget, componentGuid);
        return this;
    }

    private static @Nullable String kept(JsonStream json, Budget budget, @Nullable String text) {
        return text == null ? null : budget.keep(json, text, LONGEST_ID);
    }

    boolean namesComponent() {
        return componentIndex >= 0 || componentGuid != null || componentName != null;
    }
}
