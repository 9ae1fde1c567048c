package io.imprimatur.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String[] POLICY = {
        "# what generated code needs",
        "policy: acme",
        "version: 3",
        "rules:",
        "  - id: no-secrets",
        "    when: { finding: { category: secret, severity: \">= high\" } }",
        "    hard: true",
        "  - id: tests",
        "    because: >",
        "      Generated code",
        "      needs tests.",
        "    when:"
    };

    private static final String[] POLICY_AS_JSON = {
        "{",
        "  \"policy\": \"acme\",",
        "  \"version\": 3,",
        "  \"rules\": [{",
        "    \"id\": \"no-secrets\",",
        "    \"when\": {\"finding\": {\"category\": \"secret\", \"severity\": \">= high\"}},",
        "    \"hard\": true",
        "  }, {",
        "    \"id\": \"tests\", \"because\": \"Generated code needs tests.\\n\", \"when\": null",
        "  }]",
        "}"
    };

    @Test
    void everyNodeOfAYamlTextKnowsItsPlace() {
        assertThat(outline(Reading.yaml(POLICY).tree()))
                .containsExactly(
                        "2:1 ''=a mapping",
                        "2:9 'policy'=acme",
                        "3:10 'version'=3",
                        "5:3 'rules'=a list",
                        "5:5 'rules[0]'=a mapping",
                        "5:9 'rules[0].id'=no-secrets",
                        "6:11 'rules[0].when'=a mapping",
                        "6:22 'rules[0].when.finding'=a mapping",
                        "6:34 'rules[0].when.finding.category'=secret",
                        "6:52 'rules[0].when.finding.severity'=>= high",
                        "7:11 'rules[0].hard'=true",
                        "8:5 'rules[1]'=a mapping",
                        "8:9 'rules[1].id'=tests",
                        "9:14 'rules[1].because'=Generated code needs tests.\n",
                        "12:10 'rules[1].when'=nothing");
    }

    @Test
    void everyNodeOfAJsonTextKnowsItsPlace() {
        assertThat(outline(Reading.json(POLICY_AS_JSON).tree()))
                .containsExactly(
                        "1:1 ''=a mapping",
                        "2:13 'policy'=acme",
                        "3:14 'version'=3",
                        "4:12 'rules'=a list",
                        "4:13 'rules[0]'=a mapping",
                        "5:11 'rules[0].id'=no-secrets",
                        "6:13 'rules[0].when'=a mapping",
                        "6:25 'rules[0].when.finding'=a mapping",
                        "6:38 'rules[0].when.finding.category'=secret",
                        "6:60 'rules[0].when.finding.severity'=>= high",
                        "7:13 'rules[0].hard'=true",
                        "8:6 'rules[1]'=a mapping",
                        "9:11 'rules[1].id'=tests",
                        "9:31 'rules[1].because'=Generated code needs tests.\n",
                        "9:72 'rules[1].when'=nothing");
    }

    @Test
    void keysKnowTheirPlaceToo() {
        Node.Mapping yaml =
                (Node.Mapping) Reading.yaml("a: 1", "'b c':", "  d: 2").tree();
        assertThat(yaml.entries()).extracting(Node.Entry::position).containsExactly(at(1, 1), at(2, 1));
        Node.Mapping json =
                (Node.Mapping) Reading.json("{\"a\": 1,", "   \"b\" : 2}").tree();
        assertThat(json.entries()).extracting(Node.Entry::position).containsExactly(at(1, 2), at(2, 4));
        assertThat(json.entries()).extracting(Node.Entry::key).containsExactly("a", "b");
    }

    @Test
    void columnsCountCharactersNotUnitsOrBytes() {
        Node.Sequence yaml =
                (Node.Sequence) Reading.yaml("[\"\uD83D\uDE00é\", x]").tree();
        Node.Sequence json =
                (Node.Sequence) Reading.json("[\"\uD83D\uDE00é\", 1]").tree();
        assertThat(yaml.items().get(1).position()).isEqualTo(at(1, 8));
        assertThat(json.items().get(1).position()).isEqualTo(at(1, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInEveryUsualWay(String end) {
        for (Format format : Format.values()) {
            String text = "[" + end + "  \"a\"," + end + end + "  1]";
            Node.Sequence list = (Node.Sequence) read(text, format).tree();
            assertThat(list.items()).extracting(Node::position).containsExactly(at(2, 3), at(4, 3));
        }
    }

    @Test
    void aByteOrderMarkIsSkippedAndTakesNoColumn() {
        for (Format format : Format.values()) {
            Node node = read("\uFEFF{\"a\": 1}", format).tree();
            assertThat(outline(node)).containsExactly("1:1 ''=a mapping", "1:7 'a'=1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No",
                "NO",
                "yes",
                "on",
                "off",
                "y",
                "n",
                "0o7",
                "007",
                "0x1F",
                "0b1",
                "+1",
                "1_000",
                "1:30",
                "190:20:30",
                ".5",
                "1.",
                ".inf",
                "-.inf",
                ".nan",
                "NaN",
                "Infinity",
                "2026-11-23",
                "1e",
                "e5",
                "--1",
                "nULL",
                "tRUE",
                "nil",
                "1.2.3",
                "~x",
                "="
            })
    void plainScalarsThatOtherReadersInterpretAreText(String text) {
        assertThat(Reading.yaml("k: " + text).tree()).isInstanceOfSatisfying(Node.Mapping.class, mapping -> {
            assertThat(mapping.get("k"))
                    .isInstanceOfSatisfying(
                            Node.Text.class, it -> assertThat(it.value()).isEqualTo(text));
        });
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "False,false", "FALSE,false"})
    void trueAndFalseAreFlags(String text, boolean value) {
        assertThat(value(text))
                .isInstanceOfSatisfying(
                        Node.Flag.class, flag -> assertThat(flag.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothingIsNull(String text) {
        assertThat(value(text)).isInstanceOf(Node.Null.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "12", "-12.50", "1e3", "1E+3", "9007199254740993", "0.1", "1e-300"})
    void numbersAreExactAndKeepTheirSource(String text) {
        assertThat(value(text)).isInstanceOfSatisfying(Node.Number.class, number -> {
            assertThat(number.source()).isEqualTo(text);
            assertThat(number.value()).isEqualTo(new BigDecimal(text));
        });
        Node.Sequence json = (Node.Sequence) Reading.json("[" + text + "]").tree();
        assertThat(json.items().get(0))
                .isInstanceOfSatisfying(
                        Node.Number.class, number -> assertThat(number.source()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "\"12\"", "'~'", "''", "\"null\""})
    void quotedScalarsAreText(String text) {
        assertThat(value(text)).isInstanceOf(Node.Text.class);
    }

    @Test
    void anExplicitDocumentStartAndEndAreFine() {
        assertThat(outline(Reading.yaml("---", "a: 1", "...", "").tree()))
                .containsExactly("2:1 ''=a mapping", "2:4 'a'=1");
    }

    @Test
    void pathsQuoteKeysThatAreNoWords() {
        assertThat(Path.ROOT.key("scanners").key("acme.io/x").index(2).key("").key("a\"b"))
                .hasToString("scanners[\"acme.io/x\"][2][\"\"][\"a\\\"b\"]");
        assertThat(Path.ROOT.index(0).key("a")).hasToString("[0].a");
        assertThat(Path.ROOT).hasToString("");
    }

    @Test
    void nodesCannotBeChanged() {
        List<Node> items = new ArrayList<>();
        Node.Sequence list = new Node.Sequence(items, at(1, 1), Path.ROOT);
        items.add(new Node.Null(at(1, 1), Path.ROOT));
        assertThat(list.items()).isEmpty();
        assertThatThrownBy(() -> list.items().add(list)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void recordedJsonKeepsAnyText() {
        String text = "[\"a\u202Eb\u0085\", \"\\u0000\\u202e\"]";
        Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8), Format.JSON, Limits.RECORDED);
        assertThat(outline(reading.tree()))
                .containsExactly("1:1 ''=a list", "1:2 '[0]'=a\u202Eb\u0085", "1:10 '[1]'=\u0000\u202E");
    }

    private static Reading read(String text, Format format) {
        return Reading.of(text.getBytes(StandardCharsets.UTF_8), format, Limits.WRITTEN);
    }

    private static Node value(String text) {
        return ((Node.Mapping) Reading.yaml("k: " + text, "").tree()).get("k");
    }

    private static Position at(int line, int column) {
        return new Position(line, column);
    }

    private static List<String> outline(Node root) {
        List<String> lines = new ArrayList<>();
        outline(root, lines);
        return lines;
    }

    private static void outline(Node node, List<String> lines) {
        String shown = node.kind();
        if (node instanceof Node.Text text) {
            shown = text.value();
        } else if (node instanceof Node.Number number) {
            shown = number.source();
        } else if (node instanceof Node.Flag flag) {
            shown = String.valueOf(flag.value());
        }
        Position position = node.position();
        lines.add(position.line() + ":" + position.column() + " '" + node.path() + "'=" + shown);
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> outline(entry.value(), lines));
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> outline(item, lines));
        }
    }
}
