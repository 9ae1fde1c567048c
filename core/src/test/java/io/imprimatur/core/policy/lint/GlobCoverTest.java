package io.imprimatur.core.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobCoverTest {
    private final GlobCover cover = new GlobCover(new Effort());

    @ParameterizedTest
    @CsvSource({
        "**, a/b",
        "src/**, src/main/**",
        "src/**, src/*/test/**",
        "**/*.md, docs/*.md",
        "**/*.md, README.md",
        "**/auth/**, src/auth/login/**",
        "a*, ab?c",
        "?b, ab",
        "a/**/b, a/b",
        "release/*, release/1",
        "\\*, \\*",
    })
    void oneTakesInTheOther(String wide, String narrow) {
        assertThat(cover.covers(new Glob(wide), new Glob(narrow))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "src/**, src",
        "src/main/**, src/**",
        "*.md, **/*.md",
        "a?, a*",
        "a/*, a/**",
        "a/**/b, a/**",
        "*/b, b",
        "\\*, a",
    })
    void oneDoesNotTakeInTheOther(String wide, String narrow) {
        assertThat(cover.covers(new Glob(wide), new Glob(narrow))).isFalse();
    }

    @Test
    void aPatternThatTakesInAnotherMatchesEveryTextThatTheOtherMatches() {
        Random random = new Random(7);
        List<String> texts = texts();
        int covered = 0;
        for (int i = 0; i < 20_000; i++) {
            Glob wide = new Glob(pattern(random));
            Glob narrow = new Glob(pattern(random));
            if (!wide.equals(narrow) && cover.covers(wide, narrow)) {
                covered++;
                assertThat(texts)
                        .as("%s takes in %s", wide, narrow)
                        .allMatch(text -> !narrow.matches(text) || wide.matches(text));
            }
            if (cover.excludes(wide, narrow)) {
                assertThat(texts)
                        .as("%s excludes %s", wide, narrow)
                        .noneMatch(text -> narrow.matches(text) && wide.matches(text));
            }
        }
        assertThat(covered).isGreaterThan(1_000);
    }

    private static String pattern(Random random) {
        List<String> segments = List.of("a", "b", "*", "**", "?", "a*", "ab", "*b", "??");
        StringBuilder pattern = new StringBuilder(segments.get(random.nextInt(segments.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            pattern.append('/').append(segments.get(random.nextInt(segments.size())));
        }
        return pattern.toString();
    }

    /** Every path of up to three segments of up to two letters. */
    private static List<String> texts() {
        List<String> segments = List.of("a", "b", "aa", "ab", "ba", "bb");
        List<String> texts = new ArrayList<>(segments);
        for (String one : segments) {
            for (String two : segments) {
                texts.add(one + "/" + two);
                segments.forEach(three -> texts.add(one + "/" + two + "/" + three));
            }
        }
        return texts;
    }
}
