package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicySchemaTest {
    private static final Path FILE = Path.of("..", "samples", "policies", "policy.schema.json");

    @Test
    void theFileForEditorsIsTheSchema() throws IOException {
        assertThat(Files.readString(FILE))
                .as("write it anew with: imprimatur policy schema --output samples/policies/policy.schema.json")
                .isEqualTo(PolicySchema.json());
    }
}
