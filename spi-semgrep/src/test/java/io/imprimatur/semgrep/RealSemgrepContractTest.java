package io.imprimatur.semgrep;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.time.Duration;
import java.util.List;

/** The duties of every scanner, with the real tool. */
class RealSemgrepContractTest extends ScannerContractTest {
    /** Made up, and a literal that a rule about passwords quotes. */
    private static final String PASSWORD = String.join("", "Tr0ub", "4dor", "Xk29", "vQ7m");

    @Override
    protected ScannerProvider provider() {
        return SemgrepProvider.builder().executable(RealSemgrep.require()).build();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head(
                        "shop/a.py",
                        "import requests\nrequests.get(u, verify=False, timeout=1)\npassword = \"" + PASSWORD + "\"\n")
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
