package io.imprimatur.core.policy;

import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.json.value.PrettyJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A document as plain maps, lists, texts, numbers and flags, which a test can take apart. */
final class PlainTree {
    private PlainTree() {}

    /** What a YAML text holds; nothing where it is not good YAML. */
    static Optional<Object> ofYaml(String yaml) {
        AtomicInteger problems = new AtomicInteger();
        Optional<Node> root = DocumentReader.read(
                yaml.getBytes(StandardCharsets.UTF_8),
                Format.YAML,
                "p.yaml",
                Limits.WRITTEN,
                problem -> problems.incrementAndGet());
        return root.filter(node -> problems.get() == 0).map(PlainTree::plain);
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), plain(entry.value())));
            return map;
        }
        if (node instanceof Node.Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node instanceof Node.Text text) {
            return text.value();
        }
        if (node instanceof Node.Number number) {
            return number.value();
        }
        return node instanceof Node.Flag flag ? flag.value() : Nothing.NOTHING;
    }

    /** Null, where a map or a list could not hold it. */
    enum Nothing {
        NOTHING
    }

    static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return tree;
    }

    static String json(Object tree) {
        StringBuilder json = new StringBuilder();
        append(tree, json);
        return json.toString();
    }

    private static void append(Object tree, StringBuilder json) {
        if (tree instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                append(entry.getKey(), json.append(separator));
                append(entry.getValue(), json.append(':'));
                separator = ",";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (tree instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                append(item, json.append(separator));
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (tree instanceof String text) {
            json.append(PrettyJson.text(new JsonString(text)).strip());
        } else {
            json.append(
                    tree == Nothing.NOTHING
                            ? "null"
                            : tree instanceof BigDecimal number ? number.toPlainString() : tree);
        }
    }
}
