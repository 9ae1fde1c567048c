package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.secrets.SecretSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What did not change is not asked again, and what moved is not new. */
class CacheCheckTest {
    private static final String KEY = "a key that nobody else knows";
    private static final String POLICY = """
            policy: shop
            scanners: { semgrep: {} }
            rules:
              - { id: no-weakness, when: { finding: { category: vulnerability } }, then: block }
              - { id: covered, when: { not-covered: { scanner: semgrep } }, then: review }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path tools;

    private ShopRepository shop;

    @BeforeEach
    void makeARepository() throws IOException {
        shop = ShopRepository.in(folder);
        program("semgrep", """
                while [ $# -gt 0 ]; do [ "$1" = --output ] && report="$2"; shift; done
                printf '{"version":"1.182.0","results":[],"errors":[],"paths":{"scanned":["a.py"]}}' > "$report"
                """);
        program("snyk", """
                [ "$SNYK_TOKEN" = refused ] && { echo '{"ok": false, "error": "Not authorised"}'; exit 2; }
                echo '{"ok": true, "vulnerabilities": [], "displayTargetFile": "package-lock.json"}'
                """);
        shop.start(Map.of("a.py", "x = 1\n", ".imprimatur/policy.yaml", POLICY));
        shop.change(Map.of("a.py", "x = 2\n", ".imprimatur/policy.yaml", POLICY));
    }

    @Test
    void theSecondRunOnTheSameContentStartsNoProcess() throws IOException {
        String cache = tools.resolve("cache").toString();
        GateRun first = run(KEY, shop.check("--cache", cache));
        assertThat(first.status()).as(first.all()).isEqualTo(GateCli.ALLOW);
        assertThat(runs()).isEqualTo(1);

        GateRun second = run(KEY, shop.check("--cache", cache));
        assertThat(second).isEqualTo(first);
        assertThat(runs()).isEqualTo(1);

        // What another key wrote is not believed.
        run("another key that somebody else knows", shop.check("--cache", cache));
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void snykIsNotAskedAgainAboutTheSameManifestsWithTheSameToken() throws IOException {
        String cache = tools.resolve("cache").toString();
        String policy = POLICY.replace("semgrep", "snyk").replace("vulnerability", "dependency");
        shop.start(Map.of("package-lock.json", "{}\n", "a.py", "x = 1\n", ".imprimatur/policy.yaml", policy));
        shop.change(Map.of("package-lock.json", "{ }\n", "a.py", "x = 2\n", ".imprimatur/policy.yaml", policy));
        GateRun first = snyk("made-up", cache);
        assertThat(first.status()).as(first.all()).isEqualTo(GateCli.ALLOW);
        assertThat(runs()).isEqualTo(1);

        assertThat(snyk("made-up", cache)).isEqualTo(first);
        shop.change(Map.of("package-lock.json", "{ }\n", "a.py", "x = 3\n", ".imprimatur/policy.yaml", policy));
        assertThat(snyk("made-up", cache).status()).isEqualTo(GateCli.ALLOW);
        assertThat(runs()).isEqualTo(1);

        snyk("another", cache);
        assertThat(runs()).isEqualTo(2);
        shop.change(Map.of("package-lock.json", "{  }\n", "a.py", "x = 3\n", ".imprimatur/policy.yaml", policy));
        snyk("made-up", cache);
        assertThat(runs()).isEqualTo(3);

        // Nothing is kept of what failed.
        for (long run = 4; run <= 5; run++) {
            assertThat(snyk("refused", cache).status()).isEqualTo(GateCli.BLOCK);
            assertThat(runs()).isEqualTo(run);
        }
    }

    @Test
    void withoutAKeyNothingIsKept() throws IOException {
        GateRun run = run(null, shop.check("--cache", tools.resolve("cache").toString()));

        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.err()).contains("IMPRIMATUR_CACHE_KEY", "at least 16 bytes", "not set");
        assertThat(tools.resolve("cache")).doesNotExist();
    }

    @Test
    void aSecretThatMovedMayBeAnotherAndStaysNew() throws IOException {
        String policy = """
                policy: shop
                rules:
                  - { id: no-new-secret, when: { finding: { category: secret, introduced: true } }, then: block }
                """;
        String secret = "key = '" + SecretSample.ofEachKind(7).get(0).text() + "'\n";
        String lines = "a = 1\nb = 2\nc = 3\nd = 4\n";
        shop.start(Map.of("k.py", secret + lines, ".imprimatur/policy.yaml", policy));
        shop.change(Map.of("k.py", lines + secret, ".imprimatur/policy.yaml", policy));

        int without = GateRun.here(shop.check()).status();
        GateRun with = GateRun.here(shop.check("--compare-with-base"));

        assertThat(List.of(without, with.status())).as(with.all()).containsExactly(GateCli.BLOCK, GateCli.BLOCK);
    }

    /** A program that says how often it ran. */
    private void program(String name, String does) throws IOException {
        Path program = tools.resolve(name);
        Files.writeString(program, "#!/bin/sh\necho ran >> '" + tools.resolve("count") + "'\n" + does);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private GateRun snyk(String token, String cache) throws IOException {
        return runIn(Map.of(KeptCache.KEY, KEY, "SNYK_TOKEN", token), shop.check("--cache", cache));
    }

    private GateRun run(@Nullable String key, String... arguments) throws IOException {
        return runIn(key == null ? Map.of() : Map.of(KeptCache.KEY, key), arguments);
    }

    private GateRun runIn(Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GateRun.command(arguments)).directory(folder.toFile());
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().remove(KeptCache.KEY);
        builder.environment().putAll(environment);
        return GateRun.of(builder);
    }

    private long runs() throws IOException {
        return Files.readAllLines(tools.resolve("count")).size();
    }
}
