package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void showsABlockAndSucceeds() throws IOException {
        GateRun run = GateRun.process("demo");
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(run.out()).contains("block[no-secrets]", "src/auth/login.py", "status 20");
    }
}
