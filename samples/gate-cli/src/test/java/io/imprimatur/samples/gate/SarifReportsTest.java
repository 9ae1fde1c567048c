package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of other tools, handed to the gate as a process of its own. */
class SarifReportsTest {
    private static final String POLICY = """
            policy: shop
            rules:
              - { id: no-weakness, when: { finding: { category: vulnerability, severity: ">= high" } }, then: block }
              - { id: covered, when: { not-covered: { category: vulnerability } }, then: review }
            """;

    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeARepository() throws IOException {
        shop = ShopRepository.in(folder);
        shop.start(Map.of("a.py", "one\n", ".imprimatur/policy.yaml", POLICY));
        shop.change(Map.of("a.py", "one\nquery(name)\n", ".imprimatur/policy.yaml", POLICY));
    }

    @Test
    void aFindingOfAReportDecides() throws IOException {
        GateRun run = GateRun.process(shop.check("--sarif", report("codeql.sarif", "a.py", 2)));

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains("a.py:2", "codeql", "py/sql-injection", "no-weakness");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aReportWithoutFindingsIsAClearOne() throws IOException {
        assertThat(GateRun.process(shop.check("--sarif", report("codeql.sarif", "", 0)))
                        .status())
                .isEqualTo(GateCli.ALLOW);
    }

    @Test
    void absolutePathsUnderTheRepositoryAreUnderstood() throws IOException {
        String file = folder.resolve("a.py").toUri().toString();

        assertThat(GateRun.here(shop.check("--sarif", report("codeql.sarif", file, 2)))
                        .status())
                .isEqualTo(GateCli.BLOCK);
    }

    @Test
    void reportsMayHaveIdsOfTheirOwnAndShareOne() throws IOException {
        String clean = report("first.sarif", "", 0);
        String found = report("second.sarif", "a.py", 2);
        GateRun run =
                GateRun.here(shop.check("--sarif", "scan=" + clean, "--sarif", "scan=" + found, "--format", "json"));

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains("\"scan\"");
    }

    @Test
    void aReportThatIsMissingCutOffOrUnsuccessfulIsNotAClearOne() throws IOException {
        String whole = Files.readString(Path.of(report("whole.sarif", "", 0)));
        for (String content : new String[] {
            "",
            whole.substring(0, whole.length() - 3),
            "Error: no queries",
            whole.replace("\"results\": []", "\"results\": null")
        }) {
            Path file = Files.writeString(folder.resolve("codeql.sarif"), content);
            GateRun run = GateRun.here(shop.check("--sarif", file.toString()));
            assertThat(run.status()).as(content + run.all()).isEqualTo(GateCli.BLOCK);
            assertThat(run.out()).contains("no-weakness", "not known whether it holds", "[codeql]");
        }
        GateRun missing = GateRun.here(shop.check("--sarif", "codeql=" + folder.resolve("nowhere.sarif")));
        assertThat(missing.status()).as(missing.all()).isEqualTo(GateCli.BLOCK);
    }

    private String report(String name, String uri, int line) throws IOException {
        String result = uri.isEmpty()
                ? ""
                : "{\"ruleId\": \"py/sql-injection\", \"message\": {\"text\": \"This query depends on a name.\"}, \"locations\": "
                        + "[{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"" + uri
                        + "\"}, \"region\": {\"startLine\": " + line + "}}}]}";
        String log =
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\", \"rules\": [{\"id\": "
                        + "\"py/sql-injection\", \"properties\": {\"tags\": [\"security\", \"external/cwe/cwe-089\"], "
                        + "\"security-severity\": \"8.8\"}}]}}, \"results\": [" + result + "]}]}";
        return Files.writeString(folder.resolve(name), log).toString();
    }
}
