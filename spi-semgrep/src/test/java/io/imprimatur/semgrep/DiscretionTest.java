package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final String PASSWORD = String.join("", "correct", "horse", "battery");
    private static final String TOKEN = String.join("", "xK9", "mP2v", "Q7nR4", "tB8");

    @Test
    void aFixKeepsItsCodeAndNoLiteralThatMatters() {
        assertThat(Discretion.ofCode("requests.get(url, verify=True, timeout=10)"))
                .isEqualTo("requests.get(url, verify=True, timeout=10)");
        assertThat(Discretion.ofCode("jwt.decode(t, k, algorithms=[\"RS256\"])"))
                .isEqualTo("jwt.decode(t, k, algorithms=[\"RS256\"])");
        assertThat(Discretion.ofCode("connect('" + PASSWORD + "')")).isEqualTo("connect('…')");
        assertThat(Discretion.ofCode("connect(" + TOKEN + ")")).isEqualTo("connect(…)");
    }

    @Test
    void aMessageKeepsItsWordsAndNoLiteralOfTheCode() {
        assertThat(Discretion.ofWords("Use SHA-256 instead of hashlib.md5, see CWE-327.", List.of("hashlib.md5")))
                .isEqualTo("Use SHA-256 instead of hashlib.md5, see CWE-327.");
        assertThat(Discretion.ofWords("Found " + PASSWORD + " here", List.of("\"" + PASSWORD + "\"")))
                .isEqualTo("Found … here");
        assertThat(Discretion.ofWords("Found \"" + PASSWORD + "\" here", List.of("\"" + PASSWORD + "\"")))
                .isEqualTo("Found … here");
        assertThat(Discretion.ofWords("Found " + TOKEN + " here", List.of())).isEqualTo("Found … here");
    }
}
