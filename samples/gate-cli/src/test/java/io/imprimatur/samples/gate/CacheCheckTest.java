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
        Path program = tools.resolve("semgrep");
        Files.writeString(program, """
                #!/bin/sh
                echo ran >> "%s"
                while [ $# -gt 0 ]; do [ "$1" = --output ] && report="$2"; shift; done
                printf '{"version":"1.182.0","results":[],"errors":[],"paths":{"scanned":["a.py"]}}' > "$report"
                """.formatted(tools.resolve("count")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
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

    private GateRun run(@Nullable String key, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GateRun.command(arguments)).directory(folder.toFile());
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().remove(KeptCache.KEY);
        if (key != null) {
            builder.environment().put(KeptCache.KEY, key);
        }
        return GateRun.of(builder);
    }

    private long runs() throws IOException {
        return Files.readAllLines(tools.resolve("count")).size();
    }
}
