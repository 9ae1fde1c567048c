package io.imprimatur.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    @Property
    void whatADraftMustMatchIsWhatTheStrictTypeAccepts(@ForAll("hostile") String text) {
        assertThat(text.matches(Preconditions.TEXT)).isEqualTo(accepts(() -> Preconditions.text(text, "", 1000)));
        assertThat(text.matches(Preconditions.WELL_FORMED))
                .isEqualTo(accepts(() -> Preconditions.wellFormed(text, "")));
        assertThat(text.matches(Preconditions.ID) && text.length() <= Preconditions.MAX_ID)
                .isEqualTo(Preconditions.isId(text));
    }

    @Test
    void longTextNeitherRecursesNorGoesBack() {
        assertThat("a.".repeat(500_000).matches(Preconditions.ID)).isFalse();
        assertThat(("a.".repeat(500_000) + "a").matches(Preconditions.ID)).isTrue();
        assertThat(" ".repeat(500_000).matches(Preconditions.TEXT)).isFalse();
        assertThat((" ".repeat(500_000) + "\ud800").matches(Preconditions.TEXT)).isFalse();
        assertThat("x".repeat(500_000).matches(Preconditions.TEXT)).isTrue();
    }

    @Test
    void halfOfASurrogatePairIsRefusedAndShownAsAnEscape() {
        assertThatThrownBy(() -> Preconditions.text("a\ud83d", "name", 10))
                .isInstanceOf(ImprimaturException.class)
                .hasMessage("invalid-value: name: must not hold half of a surrogate pair, but was: \\u{d83d}");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.strings()
                        .withChars('a', '0', '.', '-', '_', '/', 'A', ' ', '\t', '\n', '\u0001', '\u001f', '\u00a0')
                        .withChars('\u2003', '\u2028', '\ud83d', '\ude80', '\ud800', '\udc00', '\u200b')
                        .ofMaxLength(5));
    }

    private static boolean accepts(Runnable check) {
        try {
            check.run();
            return true;
        } catch (ImprimaturException refused) {
            return false;
        }
    }
}
