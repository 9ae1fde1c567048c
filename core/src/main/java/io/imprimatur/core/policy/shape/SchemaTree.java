package io.imprimatur.core.policy.shape;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.shape.Shape.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A vocabulary as a JSON Schema of the draft 2020-12. Not thread-safe. */
public final class SchemaTree {
    /** Each shape that has a name, once. */
    private final Map<String, JsonObject> definitions = new TreeMap<>();

    private SchemaTree() {}

    /**
     * The schema of a file.
     *
     * @param format the version of its format
     * @param title what it is
     * @param comment for whoever reads the schema itself
     */
    public static JsonObject of(Mapping file, String format, String title, String comment) {
        SchemaTree schema = new SchemaTree();
        JsonObject root = schema.mapping(file, false);
        JsonObject.Builder definitions = JsonObject.builder();
        schema.definitions.forEach(definitions::put);
        JsonObject.Builder tree = JsonObject.builder()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:" + format.replace('/', ':'))
                .put("title", title)
                .put("$comment", comment);
        root.members().forEach(tree::put);
        return tree.put("$defs", definitions.build()).build();
    }

    /** The schema of a shape; {@code negated} inside an odd number of {@code not}. */
    private JsonObject of(Shape shape, boolean negated) {
        if (shape instanceof Shape.Text text) {
            definitions.putIfAbsent(text.name(), text(text));
            return reference(text.name());
        }
        if (shape instanceof Mapping mapping) {
            return defined(mapping, negated);
        }
        if (shape instanceof Shape.Inner inner) {
            return defined(Vocabulary.CONDITION, negated ^ inner.negated());
        }
        if (shape instanceof Shape.Choice choice) {
            return object("enum", JsonArray.ofTexts(choice.words()));
        }
        if (shape instanceof Shape.Flag flag) {
            return flag.onlyTrue()
                    ? object("const", new JsonBoolean(true))
                    : type("boolean").build();
        }
        if (shape instanceof Shape.Whole whole) {
            return type("integer")
                    .put("minimum", whole.least())
                    .put("maximum", whole.most())
                    .build();
        }
        if (shape instanceof Shape.Several several) {
            JsonObject item = of(several.item(), negated);
            return object(
                    "anyOf",
                    array(
                            item,
                            type("array").put("items", item).put("minItems", 1).build()));
        }
        if (shape instanceof Shape.Listed list) {
            JsonObject.Builder tree = type("array").put("items", of(list.item(), negated));
            return (list.most() == Integer.MAX_VALUE ? tree : tree.put("maxItems", list.most())).build();
        }
        if (shape instanceof Shape.ById map) {
            return type("object")
                    .put("propertyNames", of(Texts.ID, negated))
                    .put("additionalProperties", of(map.value(), negated))
                    .build();
        }
        if (shape instanceof Shape.Either either) {
            return object("anyOf", JsonArray.of(either.shapes(), each -> of(each, negated)));
        }
        return object(
                "anyOf",
                JsonArray.of(
                        List.of("string", "number", "boolean"),
                        type -> type(type).build()));
    }

    private static JsonObject text(Shape.Text text) {
        JsonObject.Builder tree = type("string").put("description", text.description());
        if (text.most() != Shape.Text.ANY_LENGTH) {
            tree.put("maxLength", text.most());
        }
        tree.put("pattern", text.patterns().get(0));
        tree.putUnlessEmpty(
                "allOf",
                text.patterns().subList(1, text.patterns().size()),
                more -> object("pattern", new JsonString(more)));
        return tree.putUnlessEmpty("examples", text.examples(), JsonString::new).build();
    }

    private JsonObject defined(Mapping mapping, boolean negated) {
        boolean differs = negated && mapping.keys().stream().anyMatch(key -> key.positive() != null);
        String name = mapping.name() + (differs ? "-under-not" : "");
        if (!definitions.containsKey(name)) {
            definitions.put(name, JsonObject.builder().build()); // it may stand in itself
            definitions.put(name, mapping(mapping, negated));
        }
        return reference(name);
    }

    private JsonObject mapping(Mapping mapping, boolean negated) {
        List<Key> keys = mapping.keys().stream()
                .filter(key -> !negated || key.positive() == null)
                .toList();
        JsonObject.Builder tree = type("object").put("properties", properties(keys, negated));
        putRequired(tree, keys);
        tree.put("additionalProperties", false);
        JsonObject.Builder dependent = JsonObject.builder();
        List<JsonValue> more = new ArrayList<>();
        for (Need need : mapping.needs()) {
            if (need instanceof Need.Something) {
                tree.put("minProperties", 1);
            } else if (need instanceof Need.Single) {
                tree.put("minProperties", 1).put("maxProperties", 1);
            } else if (need instanceof Need.OneOf one) {
                more.add(object(one.alone() ? "oneOf" : "anyOf", JsonArray.of(one.keys(), SchemaTree::required)));
            } else if (need instanceof Need.Beside beside) {
                dependent.put(beside.key(), JsonArray.ofTexts(List.of(beside.other())));
            } else if (need instanceof Need.With with) {
                dependent.put(with.key(), JsonArray.ofTexts(List.of(with.needed())));
            } else if (need instanceof Need.Depending depending) {
                more.add(JsonObject.builder()
                        .put("if", required(depending.key()))
                        .put("then", narrowed(depending.with()))
                        .put("else", narrowed(depending.without()))
                        .build());
            } else if (need instanceof Need.Where where) {
                JsonObject value = object("const", new JsonString(where.value()));
                JsonObject given = JsonObject.builder()
                        .put("properties", object(where.key(), value))
                        .put("required", JsonArray.ofTexts(List.of(where.key())))
                        .build();
                more.add(JsonObject.builder()
                        .put("if", given)
                        .put("then", required(where.needed()))
                        .build());
            }
        }
        if (!dependent.build().members().isEmpty()) {
            tree.put("dependentRequired", dependent.build());
        }
        return tree.putUnlessEmpty("allOf", more, each -> each).build();
    }

    /** What some keys of a mapping are besides. */
    private JsonObject narrowed(List<Key> keys) {
        JsonObject.Builder tree = JsonObject.builder().put("properties", properties(keys, false));
        putRequired(tree, keys);
        return tree.build();
    }

    private JsonObject properties(List<Key> keys, boolean negated) {
        JsonObject.Builder properties = JsonObject.builder();
        for (Key key : keys) {
            JsonObject.Builder property = JsonObject.builder().put("description", key.description());
            of(key.shape(), negated).members().forEach(property::put);
            properties.put(key.name(), property.build());
        }
        return properties.build();
    }

    private static void putRequired(JsonObject.Builder tree, List<Key> keys) {
        tree.putUnlessEmpty(
                "required",
                keys.stream().filter(key -> key.remedy() != null).toList(),
                key -> new JsonString(key.name()));
    }

    private static JsonObject required(String key) {
        return object("required", JsonArray.ofTexts(List.of(key)));
    }

    private static JsonObject reference(String name) {
        return object("$ref", new JsonString("#/$defs/" + name));
    }

    private static JsonObject.Builder type(String name) {
        return JsonObject.builder().put("type", name);
    }

    private static JsonArray array(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    private static JsonObject object(String key, JsonValue value) {
        return JsonObject.builder().put(key, value).build();
    }
}
