package io.imprimatur.core.json.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonNull;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written reads back equal, whatever it holds. */
class RoundTripTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void canonicalJsonReadsBackEqual(@ForAll("values") JsonValue value) {
        String text = new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
        assertThat(JsonValues.read(text, Format.JSON, Limits.RECORDED)).isEqualTo(value);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void canonicalJsonOfCanonicalJsonIsItself(@ForAll("values") JsonValue value) {
        byte[] once = CanonicalJson.bytes(value);
        JsonValue read = JsonValues.read(new String(once, StandardCharsets.UTF_8), Format.JSON, Limits.RECORDED);
        assertThat(CanonicalJson.bytes(read)).isEqualTo(once);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void prettyJsonReadsBackEqualAsJsonAndAsYaml(@ForAll("visible") JsonValue value) {
        String text = PrettyJson.text(value);
        assertThat(JsonValues.read(text, Format.JSON, Limits.WRITTEN)).isEqualTo(value);
        assertThat(JsonValues.read(text, Format.YAML, Limits.WRITTEN)).isEqualTo(value);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void yamlInAnyStyleReadsBackEqual(@ForAll("visible") JsonValue value, @ForAll long style) {
        String text = new YamlText(new Random(style)).print(value);
        assertThat(JsonValues.read(text, Format.YAML, Limits.WRITTEN)).isEqualTo(value);
    }

    /** Any value. */
    @Provide
    Arbitrary<JsonValue> values() {
        return trees(Arbitraries.strings().ofMaxLength(12).filter(RoundTripTest::isWellFormed));
    }

    /** Values without characters that a written document must not hold. */
    @Provide
    Arbitrary<JsonValue> visible() {
        Arbitrary<String> anything = Arbitraries.strings()
                .withChars(' ', '\t', '\n', '\r', '"', '\'', '\\', '#', ':', '-', '?', '&', '*', '!', '|', '>', '%')
                .withChars(
                        '@', '`', '[', ']', '{', '}', ',', '~', '=', '<', 'a', 'n', 'o', '0', '1', 'e', '.', '\u00E9')
                .ofMaxLength(8);
        Arbitrary<String> telling = Arbitraries.of(
                "no",
                "yes",
                "true",
                "null",
                "~",
                "",
                "1",
                "-1",
                "1e3",
                "0x1F",
                "<<",
                "---",
                "...",
                "- a",
                "a: b",
                "a #b",
                "%YAML",
                "2026-11-23",
                "*.java",
                "@acme/appsec",
                ">= high",
                "anthropic/claude-*",
                "\uD83D\uDE00 \u05E9");
        return trees(Arbitraries.oneOf(anything, telling));
    }

    private static Arbitrary<JsonValue> trees(Arbitrary<String> texts) {
        Arbitrary<JsonValue> scalars = Arbitraries.oneOf(
                texts.map(JsonString::new),
                Arbitraries.longs()
                        .between(-999_999_999_999_999L, 999_999_999_999_999L)
                        .map(JsonInteger::new),
                Arbitraries.doubles().filter(RoundTripTest::isNotWhole).map(JsonDouble::new),
                Arbitraries.of(true, false).map(JsonBoolean::new),
                Arbitraries.just(JsonNull.NULL));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(JsonArray::new),
                        Arbitraries.maps(texts, inner).ofMaxSize(4).map(JsonObject::new)),
                0,
                4);
    }

    private static boolean isNotWhole(double number) {
        return Double.isFinite(number) && !EcmaScriptNumber.toString(number).matches("-?[0-9]+");
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Prints a value as YAML, choosing among the ways to write it by chance. */
    private static final class YamlText {

        private static final String WORD = "[b-dg-z][a-z/]*( [a-z]+)?";

        private final Random random;
        private final StringBuilder out = new StringBuilder();

        YamlText(Random random) {
            this.random = random;
        }

        String print(JsonValue value) {
            out.append(random.nextBoolean() ? "---\n" : "# a comment\n");
            block(value, 0);
            return out.append(random.nextBoolean() ? "\n" : "\n...\n").toString();
        }

        private void block(JsonValue value, int depth) {
            if (value instanceof JsonObject object && !object.members().isEmpty() && random.nextInt(4) > 0) {
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    newLine(depth);
                    string(member.getKey());
                    out.append(random.nextBoolean() ? ": " : " : ");
                    block(member.getValue(), depth + 1);
                }
            } else if (value instanceof JsonArray array && !array.items().isEmpty() && random.nextInt(4) > 0) {
                for (JsonValue item : array.items()) {
                    newLine(depth);
                    out.append("- ");
                    block(item, depth + 1);
                }
            } else {
                flow(value);
                out.append(random.nextBoolean() ? "" : " # so");
            }
        }

        private void newLine(int depth) {
            out.append(random.nextBoolean() ? "\n" : "\n\n").append("  ".repeat(depth));
        }

        private void flow(JsonValue value) {
            if (value instanceof JsonObject object) {
                out.append("{ ");
                object.members().forEach((key, member) -> {
                    string(key);
                    out.append(": ");
                    flow(member);
                    out.append(" , ");
                });
                out.append("}");
            } else if (value instanceof JsonArray array) {
                out.append("[");
                array.items().forEach(item -> {
                    flow(item);
                    out.append(" , ");
                });
                out.append("]");
            } else if (value instanceof JsonString string) {
                string(string.value());
            } else if (value instanceof JsonNull) {
                out.append(random.nextBoolean() ? "~" : "null");
            } else {
                out.append(new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8));
            }
        }

        private void string(String text) {
            boolean isWord = text.matches(WORD) && !text.matches("null|true|no|yes");
            if (isWord && random.nextBoolean()) {
                out.append(text);
            } else if (text.matches("[^\t\n\r]*") && random.nextBoolean()) {
                out.append('\'').append(text.replace("'", "''")).append('\'');
            } else {
                out.append(new String(CanonicalJson.bytes(new JsonString(text)), StandardCharsets.UTF_8));
            }
        }
    }
}
