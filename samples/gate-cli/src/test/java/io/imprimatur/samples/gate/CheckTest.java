package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each verdict and each way to end, of the gate as a process of its own. */
class CheckTest {
    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeARepository() throws IOException {
        shop = ShopRepository.in(folder);
    }

    private GateRun check(String... more) throws IOException {
        return GateRun.process(shop.check(more));
    }

    @Test
    void aHarmlessChangeIsAllowed() throws IOException {
        shop.change(Map.of("a.txt", "one\ntwo\n"));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).startsWith("allow").contains("starter policy");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aSensitivePathGoesToReview() throws IOException {
        shop.change(Map.of("a.txt", "one\n", "src/auth/login.py", "pass\n"));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(10);
        assertThat(result.out()).contains("src/auth/login.py", "What clears it");
    }

    @Test
    void whatChangesTheJudgeGoesToReviewUnderTheOldPolicy() throws IOException {
        shop.change(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", "policy: anything\nversion: 1\nrules: []\n"));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(10);
        assertThat(result.out()).contains("imprimatur.judge-changed", "starter policy");
    }

    @Test
    void thePolicyOfTheTargetDecides() throws IOException {
        String policy =
                "policy: strict\nversion: 7\nrules:\n  - id: nothing-at-all\n    when: { paths: [\"**\"] }\n    then: block\n";
        shop.start(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy));
        shop.change(Map.of("a.txt", "two\n", ".imprimatur/policy.yaml", policy));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(20);
        assertThat(result.out()).contains("nothing-at-all", "strict version 7");
    }

    @Test
    void theSameChangeGivesTheSameBytes() throws IOException {
        shop.change(Map.of("a.txt", "one\ntwo\n", "src/auth/x.py", "pass\n"));
        assertThat(check("--format", "json").out())
                .isEqualTo(check("--format", "json").out());
    }

    @Test
    void whatCannotBeDecidedEndsWithThree() throws IOException {
        GateRun result =
                GateRun.process("check", "--repo", folder.resolve("nowhere").toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).startsWith("error: ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void wrongUsageEndsWithTwo() throws IOException {
        assertThat(GateRun.process("check", "--nonsense").status()).isEqualTo(2);
        assertThat(GateRun.process("check", "--staged", "--worktree").status()).isEqualTo(2);
        assertThat(GateRun.process("check", "--staged", "--head", "HEAD").status())
                .isEqualTo(2);
    }

    @Test
    void whyARuleDoesNotActIsSaidOnRequestAndTheStatusStays() throws IOException {
        shop.change(Map.of("a.txt", "one\n", "src/auth/login.py", "pass\n"));
        GateRun quiet = check("--explain", "migrations");
        assertThat(quiet.status()).as(quiet.all()).isEqualTo(10);
        assertThat(quiet.out())
                .startsWith("migrations does not fire: its condition does not hold\n")
                .contains("the change touches no such file");
        assertThat(check("--explain", "access-and-money").out())
                .startsWith("access-and-money fires: its condition holds\n")
                .contains("src/auth/login.py: the change touches this path");
        assertThat(check("--explain", "nothing").status()).isEqualTo(3);
        assertThat(check("--explain", "migrations", "--format", "json").status())
                .isEqualTo(2);
    }
}
