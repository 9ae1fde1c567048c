package io.imprimatur.core.sarif;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tool (3.18): a driver and its extensions, in which a result's rule is looked up. */
record Tool(Component driver, List<Component> extensions) {
    static final Tool NONE = new Tool(Component.NONE, List.of());

    /**
     * The rule of a result: by its index in the component that is named, by its guid, by its id, and by the ids above it, as
     * {@code CA1000/1} is a kind of {@code CA1000} (3.27.5). Null where the report does not describe it.
     */
    @Nullable
    Rule rule(Reference reference) {
        Component named = component(reference);
        Rule byIndex = named == null ? null : named.at(reference.index);
        if (byIndex != null) {
            return byIndex;
        }
        List<Component> order = order(named);
        Rule byGuid = reference.guid == null ? null : byGuid(order, reference.guid);
        if (byGuid != null || reference.id == null) {
            return byGuid;
        }
        for (String id = reference.id; !id.isEmpty(); id = id.substring(0, Math.max(0, id.lastIndexOf('/')))) {
            Rule byId = byId(order, id);
            if (byId != null) {
                return byId;
            }
        }
        return null;
    }

    /** The component that a reference names, the driver unless it names another; null where that is not there. */
    private @Nullable Component component(Reference reference) {
        if (!reference.namesComponent()) {
            return driver;
        }
        if (reference.componentIndex >= 0) {
            return reference.componentIndex < extensions.size() ? extensions.get(reference.componentIndex) : null;
        }
        for (Component component : order(driver)) {
            boolean same = reference.componentGuid != null
                    ? reference.componentGuid.equals(component.guid)
                    : component.name.equals(reference.componentName);
            if (same) {
                return component;
            }
        }
        return null;
    }

    private List<Component> order(@Nullable Component first) {
        List<Component> order = new ArrayList<>(extensions.size() + 2);
        if (first != null) {
            order.add(first);
        }
        order.add(driver);
        order.addAll(extensions);
        return order;
    }

    private static @Nullable Rule byId(List<Component> components, String id) {
        for (Component component : components) {
            Rule rule = component.byId(id);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static @Nullable Rule byGuid(List<Component> components, String guid) {
        for (Component component : components) {
            Rule rule = component.byGuid(guid);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }
}
