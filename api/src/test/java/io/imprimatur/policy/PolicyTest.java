package io.imprimatur.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void wordsForPeopleAreKeptWithoutWhiteSpaceAtTheirEnds() {
        Condition docs = ChangeCondition.Files.in(List.of(new Glob("docs/**")));
        Rule rule = Rule.of("docs", docs, new Effect.Block()).because(" Two\nlines.\n");
        assertThat(rule.because()).isEqualTo("Two\nlines.");
        assertThat(Policy.builder("p").description("What for.\n").build().description())
                .isEqualTo("What for.");
    }

    @Test
    void settingsHaveIdentifiersForKeys() {
        Policy.Builder builder = Policy.builder("p").scanner("secrets", Map.of("max size", Setting.of("3")));
        assertThatThrownBy(builder::build)
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("scanners.secrets");
    }
}
