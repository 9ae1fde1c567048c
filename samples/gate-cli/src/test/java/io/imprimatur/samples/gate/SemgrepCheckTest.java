package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Semgrep takes part where it is asked for, and nowhere else. */
class SemgrepCheckTest {
    private static final String RULES = """
            rules:
              - { id: no-weakness, when: { finding: { category: vulnerability } }, then: block }
              - { id: covered, when: { not-covered: { scanner: semgrep } }, then: review }
            """;
    private static final String NAMED = "policy: shop\nscanners: { semgrep: {} }\n" + RULES;
    private static final String SILENT =
            "policy: shop\nrules:\n  - { id: no-weakness, when: { finding: { category: secret } }, then: block }\n";

    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeARepository() throws IOException {
        shop = ShopRepository.in(folder);
    }

    @Test
    void aPolicyThatDoesNotNameItNeedsNone() throws IOException {
        begin(SILENT);

        GateRun run = onPath("/usr/bin:/bin", shop.check());

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.ALLOW);
        assertThat(run.all()).doesNotContain("semgrep");
    }

    @Test
    void aPolicyThatNamesItAndAMachineWithoutItIsNotAClearChange() throws IOException {
        begin(NAMED);

        GateRun run = onPath("/usr/bin:/bin", shop.check());

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains("neither semgrep nor opengrep is in the 2 folders of the search path");
    }

    @Test
    void whatTheRepositoryBringsIsNotRun() throws IOException {
        begin(NAMED);
        Path sign = folder.resolve("ran");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (Path place : List.of(bin.resolve("semgrep"), folder.resolve("semgrep"))) {
            Files.writeString(place, "#!/bin/sh\ntouch " + sign + "\n");
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        GateRun run = onPath("bin:.:" + bin + ":/usr/bin:/bin", shop.check());

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
        assertThat(sign).doesNotExist();
    }

    @Test
    void aReportDecides() throws IOException {
        begin(NAMED);
        String clean = "{\"version\":\"1.182.0\",\"results\":[],\"errors\":[],\"paths\":{\"scanned\":[\"a.py\"]}}";
        String found = clean.replace(
                "[],\"errors",
                "[{\"check_id\":\"eval\",\"path\":\"" + folder.resolve("a.py")
                        + "\",\"start\":{\"line\":1,\"col\":1},\"end\":{\"line\":1,"
                        + "\"col\":5},\"extra\":{\"message\":\"m\",\"severity\":\"ERROR\",\"metadata\":{}}}],\"errors");

        assertThat(GateRun.here(shop.check("--semgrep-report", file(clean))).status())
                .isEqualTo(GateCli.ALLOW);
        GateRun run = GateRun.here(shop.check("--semgrep-report", file(found)));
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains("a.py:1", "eval", "no-weakness");
        assertThat(GateRun.here(shop.check(
                                "--semgrep-report", folder.resolve("nowhere").toString()))
                        .status())
                .isEqualTo(GateCli.BLOCK);
        assertThat(GateRun.here(shop.check("--semgrep", "--semgrep-report", file(clean)))
                        .status())
                .isEqualTo(GateCli.USAGE);
    }

    @Test
    void aSarifReportUnderItsNameTakesItsPlace() throws IOException {
        begin(NAMED);
        String sarif =
                "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Semgrep OSS\"}},\"results\":[]}]}";

        assertThat(GateRun.here(shop.check("--sarif", "semgrep=" + file(sarif))).status())
                .isEqualTo(GateCli.ALLOW);
    }

    private void begin(String policy) throws IOException {
        shop.start(Map.of("a.py", "x = 1\n", ".imprimatur/policy.yaml", policy));
        shop.change(Map.of("a.py", "eval(x)\n", ".imprimatur/policy.yaml", policy));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("report.json"), content).toString();
    }

    private GateRun onPath(String path, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GateRun.command(arguments)).directory(folder.toFile());
        builder.environment().put("PATH", path);
        return GateRun.of(builder);
    }
}
