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

/** Snyk takes part where it is asked for, and nowhere else. */
class SnykCheckTest {
    private static final String RULES = """
            rules:
              - { id: no-weakness, when: { finding: { category: dependency } }, then: block }
              - { id: covered, when: { not-covered: { scanner: snyk } }, then: review }
            """;
    private static final String NAMED = "policy: shop\nscanners: { snyk: {} }\n" + RULES;
    private static final String SILENT =
            "policy: shop\nrules:\n  - { id: no-weakness, when: { finding: { category: secret } }, then: block }\n";
    private static final String CLEAN =
            "{\"ok\": true, \"vulnerabilities\": [], \"displayTargetFile\": \"package-lock.json\"}";

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

        GateRun run = onPath("/usr/bin:/bin", "", shop.check());

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.ALLOW);
        assertThat(run.all()).doesNotContain("snyk");
    }

    @Test
    void aPolicyThatNamesItAndAMachineWithoutItIsNotAClearChange() throws IOException {
        begin(NAMED);

        GateRun without = onPath("/usr/bin:/bin", "made-up", shop.check());
        assertThat(without.status()).as(without.all()).isEqualTo(GateCli.BLOCK);
        assertThat(without.out()).contains("there is no program snyk");
        assertThat(without.all()).doesNotContain("made-up");

        GateRun noToken = onPath("/usr/bin:/bin", "", shop.check());
        assertThat(noToken.status()).as(noToken.all()).isEqualTo(GateCli.BLOCK);
        assertThat(noToken.out()).contains("there is no token for Snyk's service");
    }

    @Test
    void whatTheRepositoryBringsIsNotRun() throws IOException {
        begin(NAMED);
        Path sign = folder.resolve("ran");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (Path place : List.of(bin.resolve("snyk"), folder.resolve("snyk"), bin.resolve("node"))) {
            Files.writeString(place, "#!/bin/sh\ntouch " + sign + "\n");
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        GateRun run = onPath("bin:.:" + bin + ":/usr/bin:/bin", "made-up", shop.check());

        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.BLOCK);
        assertThat(sign).doesNotExist();
    }

    @Test
    void aReportDecides() throws IOException {
        begin(NAMED);
        String found = CLEAN.replace(
                "[]",
                "[{\"id\": \"SNYK-JS-A-1\", \"title\": \"Injection\", \"severity\": \"high\", \"packageName\": \"a\","
                        + " \"version\": \"1\"}]");

        assertThat(GateRun.here(shop.check("--snyk-report", file("clean", CLEAN)))
                        .status())
                .isEqualTo(GateCli.ALLOW);
        GateRun run =
                GateRun.here(shop.check("--snyk-report", file("clean", CLEAN), "--snyk-report", file("found", found)));
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains("package-lock.json", "SNYK-JS-A-1", "no-weakness");
        assertThat(GateRun.here(shop.check(
                                "--snyk-report", folder.resolve("nowhere").toString()))
                        .status())
                .isEqualTo(GateCli.BLOCK);
        assertThat(GateRun.here(shop.check("--snyk", "--snyk-report", file("clean", CLEAN)))
                        .status())
                .isEqualTo(GateCli.USAGE);
    }

    private void begin(String policy) throws IOException {
        shop.start(Map.of("package-lock.json", "{}\n", ".imprimatur/policy.yaml", policy));
        shop.change(Map.of("package-lock.json", "{ }\n", ".imprimatur/policy.yaml", policy));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), content).toString();
    }

    private GateRun onPath(String path, String token, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GateRun.command(arguments)).directory(folder.toFile());
        builder.environment().put("PATH", path);
        builder.environment().put("SNYK_TOKEN", token);
        return GateRun.of(builder);
    }
}
