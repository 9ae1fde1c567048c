package io.imprimatur.core.sarif;

import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import io.imprimatur.scan.ScannerProvider;
import java.util.List;

class SarifReportContractTest extends ScannerContractTest {
    private static final String SECRET = String.join("", "Kx81", "zzQp", "44Lm", "Vt0aB", "9");

    @Override
    protected ScannerProvider provider() {
        return SarifProvider.builder("codeql")
                .report(Log.of(
                        "{'id': 'R', 'shortDescription': {'text': 'A hard-coded key.'}, 'properties': {'tags': ['secret']}}",
                        Log.result("A", "src/a.py", 1)
                                + ", {'ruleId': 'R', 'message': {'text': 'It is " + SECRET + "'}, 'locations': ["
                                + Log.at("src/a.py", 2) + "]}"
                                + ", {'ruleId': 'B', 'message': {'text': 'Gone.'}, 'locations': ["
                                + Log.at("src/gone.py", 2) + "]}"))
                .build();
    }

    @Override
    protected MemoryChange positiveSample() {
        return MemoryChange.builder().head("src/a.py", "one = 1\ntwo = 2\n").build();
    }

    @Override
    protected List<String> plantedSecrets() {
        return List.of(SECRET);
    }

    @Override
    protected boolean isRegistered() {
        return false;
    }
}
