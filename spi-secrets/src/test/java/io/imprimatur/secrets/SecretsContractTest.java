package io.imprimatur.secrets;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.util.List;
import java.util.Random;

class SecretsContractTest extends ScannerContractTest {
    private static final String TOKEN = TokenSamples.valid("npm-token", new Random(10));
    private static final String PASSWORD = TokenSamples.run("alnum", 24, new Random(11));

    @Override
    protected ScannerProvider provider() {
        return new SecretsProvider();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder()
                .head("web/.npmrc", "registry=https://registry.acme.example\n_authToken=" + TOKEN + "\n")
                .head("shop.yaml", "database: postgres://shop:" + PASSWORD + "@db.acme.example/orders\n")
                .build();
    }

    @Override
    protected List<String> plantedSecrets() {
        return List.of(TOKEN, PASSWORD);
    }
}
