package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicySchemaTest {
    private static final Path FOLDER = Path.of("..", "samples", "policies");

    @Test
    void theFilesForEditorsAreTheSchemas() throws IOException {
        assertIs("policy", PolicySchema.json());
        assertIs("cases", PolicySchema.cases());
        assertIs("waivers", PolicySchema.waivers());
    }

    private static void assertIs(String what, String schema) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(what + ".schema.json")))
                .as("write it anew with: imprimatur policy schema --of " + what + " --output samples/policies/" + what
                        + ".schema.json")
                .isEqualTo(schema);
    }
}
