package io.imprimatur.semgrep;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The duties of every scanner, with the real tool, and rules that quote what they find. */
class RealSemgrepContractTest extends ScannerContractTest {
    /** Made up, and a literal that the rules quote. */
    private static final String PASSWORD = String.join("", "Tr0ub", "4dor", "Xk29", "vQ7m");

    @TempDir
    private static Path folder;

    @Override
    protected ScannerProvider provider() {
        return SemgrepProvider.builder()
                .executable(RealSemgrep.require())
                .ownRules(false)
                .rules(rules())
                .build();
    }

    private static Path rules() {
        try {
            return Files.writeString(folder.resolve("rules.yaml"), """
                    rules:
                      - id: hardcoded-password
                        languages: [python]
                        severity: ERROR
                        message: The password $X is in the code.
                        metadata: {category: security, cwe: "CWE-798: Use of Hard-coded Credentials"}
                        pattern: password = $X
                        fix: password = read($X)
                      - id: call
                        languages: [python]
                        severity: WARNING
                        message: Do not connect with $X.
                        pattern: connect($X)
                        fix: connect_safely($X)
                    """);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head("shop/a.py", "password = \"" + PASSWORD + "\"\nconnect(\"" + PASSWORD + "\")\n")
                .build();
    }

    @Override
    protected List<String> plantedSecrets() {
        return List.of(PASSWORD);
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(100);
    }
}
