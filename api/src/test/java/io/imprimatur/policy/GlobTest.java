package io.imprimatur.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*.md, README.md, true",
        "*.md, docs/README.md, false",
        "**/*.md, README.md, true",
        "**/*.md, a/b/README.md, true",
        "src/**, src, false",
        "src/**, src/a, true",
        "src/**, src/a/b, true",
        "**, a/b, true",
        "**/auth/**, auth/x, true",
        "**/auth/**, a/auth/b/c, true",
        "**/auth/**, a/authority/c, false",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "anthropic/claude-*, anthropic/claude-opus-4, true",
        "Makefile, makefile, false",
    })
    void matches(String glob, String text, boolean expected) {
        assertThat(new Glob(glob).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a", "a/", "a//b", "../a", "a/./b", "a**", "{a,b}", "[ab]", "a\\"})
    void whatHasNoMeaningIsRefused(String glob) {
        assertThatThrownBy(() -> new Glob(glob)).isInstanceOf(ImprimaturException.class);
    }

    @Property(tries = 3000)
    void agreesWithTheDefinitionByRecursion(@ForAll("globs") String glob, @ForAll("texts") String text) {
        assertThat(new Glob(glob).matches(text))
                .isEqualTo(byDefinition(List.of(glob.split("/", -1)), List.of(text.split("/", -1))));
    }

    private static boolean byDefinition(List<String> glob, List<String> text) {
        if (glob.isEmpty()) {
            return text.isEmpty();
        }
        List<String> rest = glob.subList(1, glob.size());
        if (glob.get(0).equals("**")) {
            return rest.isEmpty()
                    ? !text.isEmpty()
                    : byDefinition(rest, text) || (!text.isEmpty() && byDefinition(glob, text.subList(1, text.size())));
        }
        return !text.isEmpty() && segment(glob.get(0), text.get(0)) && byDefinition(rest, text.subList(1, text.size()));
    }

    private static boolean segment(String glob, String text) {
        if (glob.isEmpty()) {
            return text.isEmpty();
        }
        if (glob.charAt(0) == '*') {
            return segment(glob.substring(1), text) || (!text.isEmpty() && segment(glob, text.substring(1)));
        }
        return !text.isEmpty()
                && (glob.charAt(0) == '?' || glob.charAt(0) == text.charAt(0))
                && segment(glob.substring(1), text.substring(1));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of("a", "b", "*", "?", "**", "a*", "*b", "a*b", "?b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(segments -> String.join("/", segments));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "ab", "bb", "aab")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(segments -> String.join("/", segments));
    }

    @Test
    void aHostilePatternTakesNoTime() {
        Glob segments = new Glob("**/a/".repeat(190) + "b");
        Glob stars = new Glob("*a".repeat(490) + "b");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(segments.matches("a/".repeat(2000) + "a")).isFalse();
            assertThat(stars.matches("a".repeat(4096))).isFalse();
        });
    }
}
