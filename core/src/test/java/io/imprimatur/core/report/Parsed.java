package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A piece of a JSON text, reached by key and index: {@code at("runs", 0, "results")}. */
record Parsed(Node node) {
    static Parsed of(String json) {
        List<Problem> problems = new ArrayList<>();
        Node root = DocumentReader.read(
                        json.getBytes(StandardCharsets.UTF_8), Format.JSON, "json", Limits.RECORDED, problems::add)
                .orElseThrow(() -> new AssertionError(problems));
        assertThat(problems).isEmpty();
        return new Parsed(root);
    }

    Parsed at(Object... steps) {
        Node at = node;
        for (Object step : steps) {
            at = step instanceof Integer index
                    ? ((Node.Sequence) at).items().get(index)
                    : ((Node.Mapping) at).get((String) step);
            assertThat(at).as("step %s of %s", step, List.of(steps)).isNotNull();
        }
        return new Parsed(at);
    }

    boolean has(String key) {
        return ((Node.Mapping) node).get(key) != null;
    }

    String text() {
        return ((Node.Text) node).value();
    }

    int number() {
        return Integer.parseInt(((Node.Number) node).source());
    }

    List<Parsed> items() {
        return ((Node.Sequence) node).items().stream().map(Parsed::new).toList();
    }
}
