package io.imprimatur.samples.scanner;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;

/** The duties of every scanner. This is all that it takes. */
class LeftoverContractTest extends ScannerContractTest {
    @Override
    protected ScannerProvider provider() {
        return new LeftoverProvider();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head("src/Login.java", "class Login {\n    // " + "your code" + " here\n}\n")
                .build();
    }
}
