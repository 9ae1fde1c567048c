package io.imprimatur.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepoPathTest {

    @Property
    void everyByteStringThatIsAPathSurvivesItsText(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
        RepoPath path;
        try {
            path = RepoPath.ofBytes(bytes);
        } catch (ImprimaturException refused) {
            assertThat(isPath(bytes)).as("refused: %s", refused.getMessage()).isFalse();
            return;
        }
        assertThat(isPath(bytes)).isTrue();
        assertThat(path.bytes()).isEqualTo(bytes);
        assertThat(new RepoPath(path.text())).isEqualTo(path);
    }

    private static boolean isPath(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin.indexOf('\0') < 0
                && Arrays.stream(latin.split("/", -1)).noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
    }

    @Property
    void orderIsThatOfTheBytes(@ForAll @Size(min = 1, max = 5) byte[] a, @ForAll @Size(min = 1, max = 5) byte[] b) {
        if (isPath(a) && isPath(b)) {
            assertThat(Integer.signum(RepoPath.ofBytes(a).compareTo(RepoPath.ofBytes(b))))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(a, b)));
        }
    }

    @Test
    void twoEncodingsOfOneNameStayTwoPaths() {
        RepoPath latin = RepoPath.ofBytes("café".getBytes(StandardCharsets.ISO_8859_1));
        RepoPath utf8 = RepoPath.of("café");
        assertThat(latin).isNotEqualTo(utf8);
        assertThat(latin.text()).isEqualTo("caf\\xE9");
        assertThat(utf8.text()).isEqualTo("café");
    }

    @Test
    void aBackslashAndANewlineAreSpelledOut() {
        assertThat(RepoPath.of("a\\b\nc").text()).isEqualTo("a\\\\b\\x0Ac");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a\\", "a\\q", "a\\x0g", "a\\xe9", "a\\x41", "a\nb"
            })
    void aTextThatIsNoPathOrNotInItsOneFormIsRefused(String text) {
        assertThatThrownBy(() -> new RepoPath(text)).isInstanceOf(ImprimaturException.class);
    }

    @Test
    void theLongestPathHas4096Bytes() {
        assertThat(RepoPath.of("a".repeat(4096)).bytes()).hasSize(4096);
        assertThatThrownBy(() -> RepoPath.of("a".repeat(4097))).hasMessageContaining("4096");
    }
}
