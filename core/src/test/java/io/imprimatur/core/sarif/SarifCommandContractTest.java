package io.imprimatur.core.sarif;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.nio.file.Files;
import java.time.Duration;
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

    /** Programs start slowly where others run too. */
    @Override
    protected Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected boolean isRegistered() {
        return false;
    }
}
