package io.imprimatur.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that a document must not hold, with the place that is named. */
class RefusalTest {

    @Test
    void anchorsAndAliases() {
        Reading reading = Reading.yaml("base: &b { x: 1 }", "copy: *b", "list:", "  - &c 5", "  - *c");
        assertThat(reading.lines())
                .containsExactly(
                        "1:7 base | anchors are refused | &b",
                        "2:7 copy | aliases are refused | *b",
                        "4:5 list[0] | anchors are refused | &c",
                        "5:5 list[1] | aliases are refused | *c");
        assertThat(reading.root()).isPresent();
    }

    @Test
    void tags() {
        assertThat(Reading.yaml("a: !!str 5", "b: !ruby/object {}", "c: ! x", "d: !!set [x]")
                        .lines())
                .containsExactly(
                        "1:4 a | tags are refused | tag:yaml.org,2002:str",
                        "2:4 b | tags are refused | !ruby/object",
                        "3:4 c | tags are refused | !",
                        "4:4 d | tags are refused | tag:yaml.org,2002:set");
    }

    @Test
    void anUnknownTagHandle() {
        assertThat(Reading.yaml("a:", "  b: !e!x 1").lines()).containsExactly("2:6 null | tags are refused | null");
    }

    @Test
    void mergeKeys() {
        assertThat(Reading.yaml("a:", "  <<: { x: 1 }", "  y: 2").lines())
                .containsExactly("2:3 a | merge keys are refused | <<");
        assertThat(Reading.yaml("'<<': 1").problems()).isEmpty();
    }

    @Test
    void duplicateKeysNameBothPlaces() {
        String message = "keys must be unique, and this one stands at line 1, column 1";
        assertThat(Reading.yaml("a: 1", "b: 2", "'a': 3", "\"\\x61\": 4").lines())
                .containsExactly("3:1 a | " + message + " | a", "4:1 a | " + message + " | a");
        assertThat(Reading.json("{\"r\": [{\"a\": 1,", "  \"\\u0061\": 2}]}").lines())
                .containsExactly("2:3 r[0].a | keys must be unique, and this one stands at line 1, column 9 | a");
    }

    @Test
    void theFirstOfTwoEqualKeysStays() {
        Node.Mapping mapping =
                (Node.Mapping) Reading.yaml("a: 1", "a: 2").root().orElseThrow();
        assertThat(mapping.entries()).hasSize(1);
        assertThat(((Node.Number) mapping.get("a")).source()).isEqualTo("1");
    }

    @Test
    void keysThatAreNotText() {
        assertThat(Reading.yaml("1: a", "true: b", "~: c", "? [x]", ": d", "? {y: 1}", ": e", "no: g")
                        .lines())
                .containsExactly(
                        "1:1 null | keys must be text | 1",
                        "2:1 null | keys must be text | true",
                        "3:1 null | keys must be text | ~",
                        "4:3 null | keys must be text | null",
                        "6:3 null | keys must be text | null");
        assertThat(Reading.yaml("?", ": a").lines()).containsExactly("1:2 null | keys must be text | ");
    }

    @Test
    void anAliasAsKey() {
        assertThat(Reading.yaml("x: 1", "*k : 2").lines()).containsExactly("2:1 null | aliases are refused | *k");
    }

    @Test
    void aSecondDocument() {
        assertThat(Reading.yaml("a: 1", "---", "b: 2").lines())
                .containsExactly("2:1 null | must be one document, and a second begins | null");
        assertThat(Reading.json("{}", " {}").lines())
                .containsExactly("2:2 null | must be one document, and a second begins | null");
        assertThat(Reading.yaml("a: 1", "...", "b: 2").lines())
                .containsExactly("3:1 null | must be one document, but something follows its end | null");
    }

    @ParameterizedTest
    @CsvSource({"%YAML 1.1", "%YAML 1.2", "%TAG ! tag:example.com:", "%FUTURE x"})
    void directives(String directive) {
        assertThat(Reading.yaml("# head", directive, "---", "a: 1").lines())
                .containsExactly("2:1 null | directives are refused | " + directive);
    }

    @Test
    void directivesThatTheParserItselfRefuses() {
        assertThat(Reading.yaml("%YAML 3.0", "---", "a: 1").lines())
                .containsExactly("1:1 null | directives are refused | null");
        assertThat(Reading.yaml("%YAML 1.1", "%YAML 1.1", "---", "a").lines())
                .containsExactly("2:1 null | directives are refused | null");
    }

    @Test
    void emptyDocuments() {
        assertThat(Reading.yaml("").lines()).containsExactly("1:1 null | must not be empty | null");
        assertThat(Reading.yaml("# only a comment", "").lines()).containsExactly("2:1 null | must not be empty | null");
        assertThat(Reading.yaml("---", "").lines()).containsExactly("2:1 null | must not be empty | null");
        assertThat(Reading.json("", " ").lines()).containsExactly("1:1 null | must not be empty | null");
    }

    @Test
    void bytesThatAreNotUtf8AllWithTheirPlace() {
        byte[] content = "a: é\nb: '?!?x'\nc: ??\n".getBytes(StandardCharsets.UTF_8);
        content[10] = (byte) 0xC3;
        content[12] = (byte) 0xFF;
        content[19] = (byte) 0xF0;
        content[20] = (byte) 0x9F;
        assertThat(Reading.of(content, Format.YAML, Limits.WRITTEN).lines())
                .containsExactly(
                        "2:5 null | must be UTF-8 | 0xc3",
                        "2:7 null | must be UTF-8 | 0xff",
                        "3:4 null | must be UTF-8 | 0xf0 0x9f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE"})
    void utf16IsNamedAsSuch(String charset) {
        byte[] content = "policy: p\nrules: []\n".getBytes(Charset.forName(charset));
        assertThat(Reading.of(content, Format.YAML, Limits.WRITTEN).lines())
                .containsExactly("1:1 null | must be UTF-8 | UTF-16");
    }

    @ParameterizedTest
    @CsvSource({
        "0000", "0007", "001B", "007F", "0085", "009B", "2028", "2029", "202A", "202E", "2066", "2069", "FEFF", "FFFE",
        "FFFF"
    })
    void hiddenCharacters(String hex) {
        String character = String.valueOf((char) Integer.parseInt(hex, 16));
        String expected = " | hidden characters are refused | U+" + hex;
        assertThat(Reading.yaml("a: b", "c: \"é" + character + "\"", "d: 1").lines())
                .containsExactly("2:6 null" + expected);
        assertThat(Reading.json("[", "\"é" + character + "\"]").lines()).containsExactly("2:3 null" + expected);
        assertThat(Reading.yaml("a:", "  - \"\\u" + hex + "\"").lines()).containsExactly("2:5 a[0]" + expected);
        assertThat(Reading.json("{\"a\":", "[\"\\u" + hex + "\"]}").lines()).containsExactly("2:2 a[0]" + expected);
    }

    @Test
    void hiddenCharactersInCommentsToo() {
        assertThat(Reading.yaml("a: 1 # \u202Eb").lines())
                .containsExactly("1:8 null | hidden characters are refused | U+202E");
    }

    @Test
    void hiddenCharactersBeyondTheBasicPlane() {
        assertThat(Reading.yaml("a: \uD83D\uDE00\uD83F\uDFFE x").lines())
                .containsExactly("1:5 null | hidden characters are refused | U+1FFFE");
    }

    @Test
    void halvesOfSurrogatePairs() {
        String expected = " | surrogates must come in pairs | U+";
        assertThat(Reading.yaml("a: \"\\ud83d\"").lines()).containsExactly("1:4 a" + expected + "D83D");
        assertThat(Reading.json("{\"a\": \"x\\ude00\\ud83d\"}").lines()).containsExactly("1:7 a" + expected + "DE00");
        assertThat(Reading.json("{\"\\ud83dx\": 1}").lines())
                .containsExactly("1:9 null | surrogates must come in pairs | null");
        assertThat(Reading.json("[\"\\ud83d\\ude00\"]").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1e999",
        "-1e999",
        "1e-999",
        "1e999999999",
        "1234e5678",
        "11111111111111111111111111111111111111111111111111111111111111111"
    })
    void numbersOutOfRange(String number) {
        String expected = " | numbers must be within the range of a double, in at most 64 characters | " + number;
        Reading yaml = Reading.yaml("a: " + number);
        assertThat(yaml.lines()).containsExactly("1:4 a" + expected);
        assertThat(((Node.Mapping) yaml.root().orElseThrow()).get("a")).isInstanceOf(Node.Text.class);
        assertThat(Reading.json("{\"a\": " + number + "}").lines()).containsExactly("1:7 a" + expected);
    }

    @Test
    void severalProblemsAreReportedInOneGo() {
        Reading reading = Reading.yaml(
                "%TAG ! tag:example.com:",
                "---",
                "a: &x 1",
                "a: *x",
                "2: !!str b",
                "<<: {}",
                "c: 1e999",
                "d: \"\\u202E\"",
                "e: \u202E",
                "? [f]",
                ": g");
        assertThat(reading.lines())
                .containsExactly(
                        "9:4 null | hidden characters are refused | U+202E",
                        "1:1 null | directives are refused | %TAG ! tag:example.com:",
                        "3:4 a | anchors are refused | &x",
                        "4:1 a | keys must be unique, and this one stands at line 3, column 1 | a",
                        "4:4 a | aliases are refused | *x",
                        "5:1 null | keys must be text | 2",
                        "5:4 [\"?\"] | tags are refused | tag:yaml.org,2002:str",
                        "6:1 null | merge keys are refused | <<",
                        "7:4 c | numbers must be within the range of a double, in at most 64 characters | 1e999",
                        "8:4 d | hidden characters are refused | U+202E",
                        "10:3 null | keys must be text | null");
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.source()).isEqualTo("policy.yaml");
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void problemsEndWhereNobodyWouldReadOn() {
        String[] lines = new String[500];
        java.util.Arrays.fill(lines, "- *a");
        List<Problem> problems = Reading.yaml(lines).problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).message()).isEqualTo("more than 100 problems");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            value = {
                "`k: [@acme/appsec]` ^ 1:5 ^ a character that no text can begin with unless quoted",
                "`k: %x` ^ 1:4 ^ a character that no text can begin with unless quoted",
                "`a:\n\tb: 1` ^ 2:1 ^ a tab where indentation is expected",
                "`a: b: c` ^ 1:5 ^ a ':' where no key can stand",
                "`a: 1\nb\nc: 2` ^ 3:1 ^ a line that is neither 'key: value' nor a list item, in what begins at line 2, column 1",
                "`a: [1, 2\nb: 3` ^ 2:2 ^ a bracket that is not closed, or a missing comma, in what begins at line 1, column 4",
                "`a: {b: 1` ^ 1:9 ^ a bracket that is not closed, or a missing comma, in what begins at line 1, column 4",
                "`a:\n  - 1\n - 2` ^ 3:2 ^ a line that does not fit the indentation of those above, in what begins at line 1, column 1",
                "`a: \"b` ^ 1:6 ^ a quoted text that does not end, in what begins at line 1, column 4",
                "`a: \"\\d\"` ^ 1:6 ^ an unknown escape in a double-quoted text, in what begins at line 1, column 4",
                "`a: \"\\UFFFFFFFF\"` ^ 1:7 ^ not YAML",
                "`a: [*.java]` ^ 1:6 ^ a '*' that begins no alias, in what begins at line 1, column 5",
                "`a: - b` ^ 1:4 ^ a list item where none can stand",
                "`a: |x` ^ 1:5 ^ a block text whose head is wrong, in what begins at line 1, column 4",
                "`a: }` ^ 1:4 ^ not YAML"
            })
    void yamlSyntax(String text, String place, String message) {
        assertThat(Reading.yaml(text).lines()).containsExactly(place + " null | " + message + " | null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,} ^ 1:9 ^ a key without double quotes, or a comma before a closing bracket",
                "{a: 1} ^ 1:2 ^ a key without double quotes, or a comma before a closing bracket",
                "{\"a\" 1} ^ 1:6 ^ a missing colon",
                "{\"a\": 1 \"b\": 2} ^ 1:9 ^ a missing comma",
                "[1 2] ^ 1:4 ^ a missing comma",
                "[1, 2} ^ 1:6 ^ a closing bracket that closes nothing",
                "[01] ^ 1:3 ^ not a JSON number",
                "[1.] ^ 1:3 ^ not a JSON number",
                "[+1] ^ 1:3 ^ not a JSON number",
                "[NaN] ^ 1:5 ^ not JSON",
                "[True] ^ 1:2 ^ not JSON",
                "['a'] ^ 1:2 ^ not JSON",
                "// x ^ 1:1 ^ not JSON",
                "[\"a\\x\"] ^ 1:5 ^ an unknown escape in a string",
                "[1 ^ 1:3 ^ the text ends too early",
                "{} x ^ 1:4 ^ not JSON"
            })
    void jsonSyntax(String text, String place, String message) {
        assertThat(Reading.json(text).lines()).containsExactly(place + " null | " + message + " | null");
    }

    @Test
    void aLineBreakInAJsonString() {
        assertThat(Reading.json("[\"a", "b\"]").lines())
                .containsExactly("1:4 null | a line break or control character in a string | null");
    }

    @Test
    void syntaxProblemsShowNothingOfTheFile() {
        String token = "ghp" + "_" + "x".repeat(36);
        for (Reading reading : List.of(
                Reading.json("{\"token\": " + token + "}"),
                Reading.json("{\"token\": \"" + token),
                Reading.yaml("token: \"" + token),
                Reading.yaml("token: [" + token, "b: " + token),
                Reading.yaml("token: @" + token),
                Reading.yaml("token: " + token + ": " + token))) {
            assertThat(reading.problems()).hasSize(1);
            assertThat(reading.toString()).doesNotContain(token);
        }
    }
}
