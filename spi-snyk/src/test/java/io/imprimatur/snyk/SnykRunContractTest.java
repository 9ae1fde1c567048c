package io.imprimatur.snyk;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.SecretSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The duties of every scanner, with a quick program in the place of the tool. */
class SnykRunContractTest extends ScannerContractTest {
    @TempDir
    private static Path tools;

    @Override
    protected ScannerProvider provider() {
        try {
            return SnykProvider.builder().executable(FakeSnyk.in(tools)).build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    protected SecretSource secrets() {
        return Scan.SECRETS;
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head("package-lock.json", Shop.lock("left-pad@1.3.0", "lodash@4.17.15"))
                .build();
    }
}
