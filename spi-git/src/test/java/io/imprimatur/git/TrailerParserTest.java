package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Trailer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailerParserTest {
    private static final RealGit GIT = new RealGit(Path.of("."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title\n\nbody\n\nSigned-off-by: A <a@x>\nCo-authored-by: B <b@x>\n",
                "title\n\nCo-Authored-By: B <b@x>",
                "title: not a trailer\n",
                "title\n\nText: with a colon\nand a line without\n",
                "title\n\nplain\nplain\nplain\nSigned-off-by: A <a@x>\n",
                "title\n\nplain\nplain\nplain\nplain\nSigned-off-by: A <a@x>\n",
                "title\n\nlong: value\n  continued\n\tand more\n",
                "title\n\n  indented: no\nkey: yes\n",
                "title\n\nkey : spaced\nkey2:unspaced\n",
                "title\n\n(cherry picked from commit abc)\nkey: value\n",
                "title\n\nkey: value\n\n\n",
                "title\n\nkey: value\n# comment\n",
                "title\n\n# comment: x\nkey: value\n",
                "title\n\nkey: value\n\nConflicts:\n\ta.txt\n\tb.txt\n",
                "title\n\nkey: value\n---\nother: value\n",
                "title\n\nkey: value\r\nother: value\r\n",
                "\n\nkey: value\n",
                "key: value\n\nkey2: value\n",
                "title\n\nkey:\n",
                "title\n\n:value\n",
                "title\n\nk_y: value\n",
                "title\n\nkey: value\n \n \nkey: last\n",
                "title\n\nkey: v\n# ------------------------ >8 ------------------------\nother: w\n",
                ""
            })
    void readsAsGitDoes(String message) {
        RealGit.require();
        assertThat(ours(message)).isEqualTo(gits(message));
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> line = Arbitraries.of(
                "title",
                "",
                "",
                "Key: value",
                "Key-2:value ",
                "Signed-off-by: A <a@x>",
                "(cherry picked from commit 0123)",
                "  continued",
                "\tcontinued: too",
                "plain text",
                "# comment",
                " ",
                "key with space: x",
                "key : x",
                ": x",
                "Conflicts:",
                "\tpath",
                "---",
                "\u00fcmlaut: x");
        return line.list().ofMinSize(1).ofMaxSize(12).map(lines -> String.join("\n", lines) + "\n");
    }

    @Property(tries = 400)
    void readsGeneratedMessagesAsGitDoes(@ForAll("messages") String message) {
        if (!RealGit.isThere()) {
            return;
        }
        assertThat(ours(message)).isEqualTo(gits(message));
    }

    @Test
    void aMarkerLineHidesNothingInACommit() {
        assertThat(TrailerParser.parse("title\n\n---\n\nCo-authored-by: Codex <noreply@openai.com>\n"))
                .extracting(Trailer::key)
                .containsExactly("Co-authored-by");
    }

    @Test
    void anEndlessKeyIsCut() {
        List<Trailer> trailers = TrailerParser.parse("title\n\n" + "k".repeat(5000) + ": v\n");

        assertThat(trailers).hasSize(1);
        assertThat(trailers.get(0).key()).hasSize(1000);
    }

    private static String ours(String message) {
        return TrailerParser.parse(message).stream()
                .map(trailer -> (trailer.key() + ": " + trailer.value()).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String gits(String message) {
        byte[] parsed =
                GIT.bytes(message.getBytes(StandardCharsets.UTF_8), "interpret-trailers", "--parse", "--no-divider");
        return new String(parsed, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
