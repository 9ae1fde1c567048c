package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;

class SnykContractTest extends ScannerContractTest {
    @Override
    protected ScannerProvider provider() {
        return SnykProvider.builder()
                .report(ReportSource.of(
                        "vulnerable.json",
                        RealSnykTest.resource("vulnerable.json").getBytes(UTF_8)))
                .build();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head("package-lock.json", Shop.lock("left-pad@1.3.0", "lodash@4.17.15"))
                .build();
    }
}
