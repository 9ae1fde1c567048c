package io.imprimatur.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerSettingsTest {
    @Test
    void absolutePathsAreRead() {
        ScannerSettings settings = new ScannerSettings(
                "tool", null, Map.of("one", Setting.of("/opt/a"), "two", Setting.ofList(List.of("/opt/a", "/opt/b"))));

        assertThat(settings.path("one")).hasValue(Path.of("/opt/a"));
        assertThat(settings.paths("one")).containsExactly(Path.of("/opt/a"));
        assertThat(settings.paths("two")).containsExactly(Path.of("/opt/a"), Path.of("/opt/b"));
        assertThat(settings.path("none")).isEmpty();
        assertThat(settings.paths("none")).isEmpty();
        settings.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "./a", "../a", "", "a\0b"})
    void whatIsNoAbsolutePathIsRefusedByItsKey(String text) {
        ScannerSettings settings = new ScannerSettings(
                "tool", "policy.yaml", Map.of("one", Setting.of(text), "two", Setting.ofList(List.of("/opt/a", text))));

        assertThat(settings.path("one")).isEmpty();
        assertThat(settings.paths("two")).containsExactly(Path.of("/opt/a"));
        assertThatThrownBy(settings::check)
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("scanners.tool.one: must be an absolute path")
                .hasMessageContaining("scanners.tool.two: must be absolute paths");
    }
}
