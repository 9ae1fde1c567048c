package io.imprimatur.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading a report needs a memory that does not grow with it. */
class SarifReadingTest {
    @Test
    void fiftyMegabytesAreReadInAHeapThatIsFarTooSmallForThem() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SarifReading.class.getName(),
                        "1",
                        "100000"))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).startsWith("100000 results, 5").contains("ratio of the medians");
    }
}
