package io.imprimatur.core.sarif;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;

class SarifCommandContractTest extends ScannerContractTest {
    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Marks.SHELL));
    }

    @Override
    protected ScannerProvider provider() {
        return SarifProvider.builder("marks")
                .command(Marks.command(Marks.SCRIPT))
                .build();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder().head("src/a.py", "one = 1\nMARK = 2\n").build();
    }

    @Override
    protected boolean isRegistered() {
        return false;
    }
}
