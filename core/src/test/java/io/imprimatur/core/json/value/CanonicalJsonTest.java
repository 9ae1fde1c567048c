package io.imprimatur.core.json.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonNull;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.error.ImprimaturException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** RFC 8785, section 3.2.2. */
    private static final String SAMPLE = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """;

    /** RFC 8785, section 3.2.4. */
    private static final String SAMPLE_BYTES = """
            7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
            75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
            5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
            65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
            5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
            30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
            """;

    /** RFC 8785, section 3.2.3. */
    private static final String SORTING = """
            {
              "\\u20ac": "Euro Sign",
              "\\r": "Carriage Return",
              "\\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\\ud83d\\ude00": "Emoji: Grinning Face",
              "\\u0080": "Control",
              "\\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

    @Test
    void theSampleOfTheRfcBecomesTheBytesOfTheRfc() {
        byte[] expected = HexFormat.of().parseHex(SAMPLE_BYTES.replaceAll("\\s", ""));
        assertThat(canonical(SAMPLE))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(CanonicalJson.bytes(read(SAMPLE))).isEqualTo(expected);
    }

    @Test
    void membersAreSortedByUtf16CodeUnits() {
        assertThat(canonical(SORTING))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\uD83D\uDE00\":\"Emoji: Grinning Face\","
                        + "\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"\"", "0", "-1", "9007199254740991", "null", "[[],{}]", "{\"\":{\"\":[]}}"})
    void whatIsCanonicalStaysAsItIs(String text) {
        assertThat(canonical(text)).isEqualTo(text);
    }

    @Test
    void controlCharactersAreEscapedAsTheRfcSaysAndNoOthers() {
        StringBuilder text = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            text.append(c);
        }
        text.append("\"\\/\u007F\u2028\u202E");
        assertThat(CanonicalJson.bytes(new JsonString(text.toString())))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c"
                                + "\\u001d\\u001e\\u001f\\\"\\\\/\u007F\u2028\u202E\"");
    }

    @Test
    void theDigestIsThatOfTheCanonicalBytesWhateverTheOrder() {
        JsonObject one = JsonObject.builder().put("b", 1).put("a", true).build();
        JsonObject other = JsonObject.builder().put("a", true).put("b", 1).build();
        assertThat(CanonicalJson.sha256(one))
                .isEqualTo(CanonicalJson.sha256(other))
                .isEqualTo(Digest.of("{\"a\":true,\"b\":1}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void floatingPointIsNotDigested() {
        JsonValue value = new JsonArray(List.of(new JsonObject(Map.of("risk", new JsonDouble(1)))));
        assertThatThrownBy(() -> CanonicalJson.sha256(value))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("floating point");
    }

    @Test
    void whatIsNoJsonCannotBeMade() {
        assertRefused(() -> new JsonInteger(1L << 53));
        assertRefused(() -> new JsonInteger(-(1L << 53)));
        assertRefused(() -> new JsonInteger(Long.MIN_VALUE));
        assertRefused(() -> new JsonDouble(Double.NaN));
        assertRefused(() -> new JsonDouble(Double.POSITIVE_INFINITY));
        assertRefused(() -> new JsonDouble(Double.NEGATIVE_INFINITY));
        assertRefused(() -> new JsonString("a\uD83D"));
        assertRefused(() -> new JsonString("\uDE00\uD83D"));
        assertRefused(() -> new JsonObject(Map.of("\uDE00", JsonNull.NULL)));
        assertRefused(() -> JsonObject.builder().put("a", 1).put("a", 2));
        assertThat(new JsonInteger((1L << 53) - 1)).isNotNull();
        assertThat(new JsonString("\uD83D\uDE00")).isNotNull();
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        JsonValue deepest = JsonNull.NULL;
        for (int i = 0; i < Limits.RECORDED.depth(); i++) {
            deepest = new JsonArray(List.of(deepest));
        }
        String text = new String(CanonicalJson.bytes(deepest), StandardCharsets.UTF_8);
        assertThat(read(text)).isEqualTo(deepest);
        JsonValue tooDeep = new JsonArray(List.of(deepest));
        assertRefused(() -> CanonicalJson.bytes(tooDeep));
        assertRefused(() -> PrettyJson.text(tooDeep));
    }

    @Test
    void valuesCannotBeChanged() {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1).putIfPresent("b", null);
        JsonObject object = builder.build();
        builder.put("c", 1);
        assertThat(object.members()).containsOnlyKeys("a");
        assertThatThrownBy(() -> object.members().put("d", JsonNull.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void prettyTextHasTwoSpacesALevelAndTheOrderOfItsMembers() {
        JsonObject value = JsonObject.builder()
                .put("schema", "imprimatur.change/1")
                .put("files", JsonArray.of(List.of(1L, 2L), JsonInteger::new))
                .put(
                        "empty",
                        JsonObject.builder()
                                .put("list", new JsonArray(List.of()))
                                .build())
                .put("done", new JsonBoolean(true))
                .put("none", new JsonObject(Map.of()))
                .putIfPresent("a", "\u202E\u009B\uD83D\uDE00\uDB40\uDC01")
                .build();
        assertThat(PrettyJson.text(value)).isEqualTo("""
                        {
                          "schema": "imprimatur.change/1",
                          "files": [
                            1,
                            2
                          ],
                          "empty": {
                            "list": []
                          },
                          "done": true,
                          "none": {},
                          "a": "\\u202e\\u009b\uD83D\uDE00\\udb40\\udc01"
                        }
                        """);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(ImprimaturException.class);
    }

    private static String canonical(String text) {
        return new String(CanonicalJson.bytes(read(text)), StandardCharsets.UTF_8);
    }

    private static JsonValue read(String text) {
        return JsonValues.read(text, Format.JSON, Limits.RECORDED);
    }
}
