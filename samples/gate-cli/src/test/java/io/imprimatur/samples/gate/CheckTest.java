package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "main, 20",
        "refs/heads/main, 20",
        "origin/main, 20",
        "origin/release/1, 20",
        "origin/sandbox, 0",
        // Which branch that is for nobody knows, so the rule acts.
        "origin/sandbox~0, 20"
    })
    void rulesAboutTheTargetActHoweverTheBranchIsNamed(String base, int status) throws IOException {
        String policy = "policy: p\nrules: [{ id: frozen, when: { target: [main, \"release/**\"] }, then: block }]\n";
        Map<String, String> files = Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy);
        shop.start(files);
        shop.elsewhere("main", "release/1", "sandbox");
        Map<String, String> changed = new HashMap<>(files);
        changed.put("a.txt", "two\n");
        shop.change(changed);
        GateRun result = GateRun.process("check", "--repo", folder.toString(), "--base", base, "--head", "topic");
        assertThat(result.status()).as(result.all()).isEqualTo(status);
        GateRun told = GateRun.process(
                "check", "--repo", folder.toString(), "--base", base, "--head", "topic", "--target", "sandbox");
        assertThat(told.status()).as(told.all()).isZero();
    }

    @Test
    void theDecisionSaysOfWhichCommitItsPolicyIs() throws IOException {
        Map<String, String> files =
                Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", "policy: p\nrules: []\n", "b.txt", "b\n");
        shop.start(files);
        Map<String, String> changed = new HashMap<>(files);
        changed.put("a.txt", "two\n");
        shop.change(changed);
        GateRun result = check("--format", "json");
        assertThat(result.out()).containsPattern("\"commit\": ?\"[0-9a-f]{40}\"");
        assertThat(check().out()).containsPattern("from \\.imprimatur/policy\\.yaml at [0-9a-f]{12}\\)");
    }

    @Test
    void aPolicyInJsonDecidesAsWell() throws IOException {
        String policy =
                "{\"policy\": \"strict\", \"rules\": [{\"id\": \"all\", \"when\": {\"paths\": \"**\"}, \"then\": \"block\"}]}\n";
        shop.start(Map.of("a.txt", "one\n", ".imprimatur/policy.json", policy));
        shop.change(Map.of("a.txt", "two\n", ".imprimatur/policy.json", policy));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(20);
        assertThat(result.out()).contains("from .imprimatur/policy.json at ");
    }

    @Test
    void aPolicyThatIsInTwoFilesOrWouldBePassedOverIsRefused() throws IOException {
        String policy = "{ \"policy\": \"p\", \"rules\": [] }\n";
        for (String other : List.of(".imprimatur/policy.json", ".imprimatur/policy.yml")) {
            Map<String, String> files = Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy, other, policy);
            shop.start(files);
            shop.change(files);
            GateRun result = check();
            assertThat(result.status()).as(result.all()).isEqualTo(3);
            assertThat(result.err()).contains(other + ": ", "on the target branch");
        }
    }

    @Test
    void whatThePolicyExtendsIsTheTargetsOrTheCallersAndNeverTheChanges() throws IOException {
        String policy = "policy: shop\nextends: base\nrules: []\n";
        String base = "policy: base\nrules: [{ id: all, when: { paths: \"**\" }, then: %s }]\n";
        Map<String, String> target = Map.of(
                "a.txt", "one\n", ".imprimatur/policy.yaml", policy, ".imprimatur/base.yaml", base.formatted("block"));
        shop.start(target);
        shop.change(Map.of(
                "a.txt",
                "two\n",
                ".imprimatur/policy.yaml",
                policy,
                ".imprimatur/base.yaml",
                base.formatted("review")));
        GateRun result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(20);
        assertThat(result.out()).contains("block[base: all]", "rule: .imprimatur/base.yaml:2:9", "on base version 1");

        Path given = Files.writeString(folder.resolve("mine.yaml"), base.formatted("review"));
        GateRun other = check("--policy-layer", "base=" + given);
        assertThat(other.status()).as(other.all()).isEqualTo(10);
        assertThat(other.out()).contains("rule: " + given + ":2:9");
    }

    @Test
    void whatThePolicyExtendsMustBeOnTheTarget() throws IOException {
        String policy = "policy: shop\nextends: base\nrules: []\n";
        shop.start(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy));
        shop.change(Map.of(
                "a.txt",
                "two\n",
                ".imprimatur/policy.yaml",
                policy,
                ".imprimatur/base.yaml",
                "policy: base\nrules: []\n"));
        GateRun result = check();
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains(".imprimatur/policy.yaml:2:10: extends: must be a policy that is there");
    }

    @Test
    void aWaiverCountsOnlyOnTheTargetAndOnlyProved() throws IOException {
        String policy = """
                policy: shop
                roles: { waivers: { members: [ada] } }
                waivers: { by: waivers, longest: 90d }
                rules: [{ id: no-vendor, when: { paths: "vendor/**" }, then: block }]
                """;
        String waivers = """
                waivers:
                  - { id: vendored, rule: no-vendor, paths: "vendor/**", reason: why, approver: ada, created: 2026-11-01, expires: 2026-12-01 }
                """;
        Map<String, String> unwaived = Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy);
        Map<String, String> waived = new HashMap<>(unwaived);
        waived.put(".imprimatur/waivers.yaml", waivers);
        Map<String, String> change = new HashMap<>(waived);
        change.put("vendor/x", "x\n");
        Path file = Files.writeString(folder.resolve("waivers.yaml"), waivers);
        String digest =
                GateRun.here("policy", "waivers", file.toString()).out().strip().split(" ")[1];
        Path approved = Files.writeString(
                folder.resolve("approved.yaml"), "approved: [{ waiver: \"" + digest + "\", by: ada }]\n");
        String[] proved = {"--waivers-approved", approved.toString(), "--time", "2026-11-15T00:00:00Z"};

        // The change brings the waiver itself: it is not even looked at.
        shop.start(unwaived);
        shop.change(change);
        GateRun own = check(proved);
        assertThat(own.status()).as(own.all()).isEqualTo(20);
        assertThat(own.out()).contains("imprimatur.judge-changed").doesNotContain("waiver vendored");

        shop.start(waived);
        shop.change(change);
        GateRun unproved = check("--time", "2026-11-15T00:00:00Z");
        assertThat(unproved.status()).as(unproved.all()).isEqualTo(20);
        assertThat(unproved.out()).contains("waiver vendored does not count: nothing proves");

        GateRun expired = check("--waivers-approved", approved.toString(), "--time", "2026-12-01T00:00:00Z");
        assertThat(expired.status()).as(expired.all()).isEqualTo(20);
        assertThat(expired.out()).contains("waiver vendored does not count: it has expired");

        GateRun allowed = check(proved);
        assertThat(allowed.status()).as(allowed.all()).isZero();
        assertThat(allowed.out()).contains("waived: rule no-vendor, by waiver vendored of ada");
    }

    @Test
    void brokenWaiversDecideNothing() throws IOException {
        Map<String, String> broken = Map.of("a.txt", "one\n", ".imprimatur/waivers.yaml", "waivers: 3\n");
        shop.start(broken);
        shop.change(Map.of("a.txt", "two\n", ".imprimatur/waivers.yaml", "waivers: 3\n"));
        GateRun result = check();
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("invalid-waivers: .imprimatur/waivers.yaml:1:10: waivers: must be a list");
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
