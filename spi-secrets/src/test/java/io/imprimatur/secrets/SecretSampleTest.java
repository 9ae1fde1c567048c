package io.imprimatur.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretSampleTest {
    @Test
    void everyKindHasASampleThatIsFoundAsIt() {
        List<SecretSample> samples = SecretSample.ofEachKind(1);
        assertThat(samples)
                .extracting(SecretSample::kind)
                .doesNotHaveDuplicates()
                .hasSize(TokenKinds.ALL.size() + 3);
        for (SecretSample sample : samples) {
            assertThat(Detections.kindsIn("x = '" + sample.text() + "'\n")).containsExactly(sample.kind());
            assertThat(sample.secrets())
                    .anyMatch(secret -> secret.length() >= 16)
                    .allMatch(sample.text()::contains);
        }
    }
}
