package io.imprimatur.core.json.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.ImprimaturException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalWriterTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CanonicalWriter out = new CanonicalWriter(written::write);

    @Test
    void writesWhatTheTreeOfTheSameWouldBe() {
        out.beginObject()
                .member("a", List.of("x", "\u00e9\"\n\ud83d\ude00"))
                .key("b")
                .beginObject()
                .endObject()
                .key("c")
                .flag(true)
                .member("d", -7)
                .memberIfPresent("e", null)
                .key("f")
                .value(JsonObject.builder().put("z", 1).put("y", "").build())
                .endObject()
                .end();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"a\":[\"x\",\"\u00e9\\\"\\n\ud83d\ude00\"],\"b\":{},\"c\":true,\"d\":-7,\"f\":{\"y\":\"\",\"z\":1}}");
    }

    @Test
    void writesTextsLongerThanItsBuffer() {
        String text = "abc".repeat(10_000) + "\t" + "def".repeat(10_000);
        out.text(text).end();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\"" + text.replace("\t", "\\t") + "\"");
    }

    @Test
    void refusesKeysThatAreNotInOrderAndKeysOutsideOfObjects() {
        out.beginObject().member("b", 1);
        assertThatThrownBy(() -> out.key("a")).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> out.key("b")).isInstanceOf(ImprimaturException.class);
        out.key("c").beginArray();
        assertThatThrownBy(() -> out.key("d")).isInstanceOf(ImprimaturException.class);
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThatThrownBy(() -> out.text("\ud83d")).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> out.number(1L << 53)).isInstanceOf(ImprimaturException.class);
    }
}
