package io.imprimatur.core.decide.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One pass over a text says what matching each pattern says, whatever they are, in bounded memory. */
class GlobAutomatonTest {
    private static final int SETS = Integer.getInteger("imprimatur.pairs", 2000);

    @Test
    void saysWhatMatchingEachPatternSays() {
        int matches = 0;
        for (int seed = 0; seed < SETS; seed++) {
            Random random = new Random(seed);
            List<List<Glob>> lists = new ArrayList<>();
            int count = 1 + random.nextInt(seed % 5 == 0 ? 150 : 8);
            while (lists.size() < count) {
                List<Glob> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    glob(random).ifPresent(list::add);
                }
                lists.add(list);
            }
            GlobAutomaton automaton = new GlobAutomaton(lists);
            for (int i = 0; i < 20; i++) {
                String text = text(random, "ab/é\\", 8);
                long[] passed = automaton.passed(text);
                for (int slot = 0; slot < count; slot++) {
                    boolean expected = matches(lists.get(slot), text);
                    matches += expected && !lists.get(slot).isEmpty() ? 1 : 0;
                    assertThat(Bits.has(passed, slot))
                            .as("seed %s: %s against '%s'", seed, lists.get(slot), text)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(matches).isGreaterThan(SETS);
    }

    @Test
    void manyFoldersAnywhereDoNotMultiply() {
        List<List<Glob>> lists = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            lists.add(List.of(new Glob("**/folder" + i + "/**")));
        }
        GlobAutomaton automaton = new GlobAutomaton(lists);
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            StringBuilder path = new StringBuilder();
            for (int depth = 0; depth < 6; depth++) {
                path.append("folder").append(random.nextInt(2500)).append('/');
            }
            assertSame(automaton, lists, path + "file");
        }
        // Their letters, each once: remembering which of them stood in the path would take 2^2000.
        assertThat(automaton.states()).isLessThan(2000 * "folder1999/".length());
        assertThat(automaton.entries()).isLessThan(GlobAutomaton.MOST_ENTRIES);
    }

    @Test
    void patternsThatMultiplyStopAtTheBoundAndAreStillRight() {
        List<List<Glob>> lists = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            // Which of the folders stood in the path has to be remembered until the end.
            lists.add(List.of(new Glob("**/f" + i + "/**/*." + i % 7)));
        }
        GlobAutomaton automaton = new GlobAutomaton(lists);
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            StringBuilder path = new StringBuilder();
            for (int depth = 0; depth < 20; depth++) {
                path.append('f').append(random.nextInt(2000)).append('/');
            }
            assertSame(automaton, lists, path + "file." + i % 7);
        }
        assertThat(automaton.entries())
                .isGreaterThan(GlobAutomaton.MOST_ENTRIES / 2)
                .isLessThan(2L * GlobAutomaton.MOST_ENTRIES);
    }

    @Test
    void patternsOfManyStarsAndTheLongestPathsStayWithinTheBound() {
        List<List<Glob>> lists = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lists.add(List.of(new Glob("*a".repeat(100 + i) + "*b"), new Glob("**/" + "*a*b/**/".repeat(20) + i)));
        }
        GlobAutomaton automaton = new GlobAutomaton(lists);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            assertSame(automaton, lists, text(random, i % 2 == 0 ? "ab" : "ab/", 4096));
        }
        assertThat(automaton.entries()).isLessThan(2L * GlobAutomaton.MOST_ENTRIES);
    }

    @Test
    void patternsThatDoNotFitAreMatchedOneByOne() {
        List<List<Glob>> lists = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            lists.add(List.of(new Glob(i + "x".repeat(990)), new Glob("a" + i)));
        }
        GlobAutomaton automaton = new GlobAutomaton(lists);
        assertThat(automaton.apart()).isBetween(100, 400);
        for (int i = 0; i < 400; i += 20) {
            assertSame(automaton, lists, i + "x".repeat(990));
            assertSame(automaton, lists, "a" + i);
        }
    }

    @Test
    void everyLetterOfTheWorldMayBeAKindOfItsOwn() {
        List<List<Glob>> lists = new ArrayList<>();
        for (char letter = 0x4e00; letter < 0x4e00 + 20_000; letter++) {
            if (letter % 500 == 0) {
                lists.add(new ArrayList<>());
            }
            if (!lists.isEmpty()) {
                lists.get(lists.size() - 1).add(new Glob("**/" + letter + "*"));
            }
        }
        GlobAutomaton automaton = new GlobAutomaton(lists);
        for (char letter = 0x4e00; letter < 0x4e00 + 20_000; letter += 371) {
            assertSame(automaton, lists, "a/" + letter + "b");
        }
        assertThat(automaton.entries()).isLessThan(2L * GlobAutomaton.MOST_ENTRIES);
    }

    private static void assertSame(GlobAutomaton automaton, List<List<Glob>> lists, String text) {
        long[] passed = automaton.passed(text);
        long[] expected = Bits.where(lists.size(), slot -> matches(lists.get(slot), text));
        assertThat(passed).as(text).isEqualTo(expected);
    }

    private static boolean matches(List<Glob> globs, String text) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(text));
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Optional<Glob> glob(Random random) {
        StringBuilder pattern = new StringBuilder();
        int segments = 1 + random.nextInt(4);
        for (int i = 0; i < segments; i++) {
            pattern.append(i == 0 ? "" : "/");
            if (random.nextInt(3) == 0) {
                pattern.append("**");
            } else {
                for (int j = random.nextInt(3); j >= 0; j--) {
                    pattern.append(List.of("a", "b", "*", "?", "é", "\\\\", "\\*", "\\a")
                            .get(random.nextInt(8)));
                }
            }
        }
        // Two stars in a row may have come together, which is no pattern.
        return pattern.toString().matches("(.*/)?[^/]*[^/]\\*\\*.*|.*\\*\\*[^/].*")
                ? Optional.empty()
                : Optional.of(new Glob(pattern.toString()));
    }
}
