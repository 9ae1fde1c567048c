package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.core.policy.file.ConditionReader;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to exhaust or mislead the reader: each is refused with problems that have a place, or read. */
@Timeout(60)
class HostilePolicyTest {
    private static final String RULE = "\n  - { id: r%d, when: { paths: a }, then: block }";

    @Test
    void ofManyMoreProblemsThanAreListedItSaysThatThereAreAtLeastSoMany() {
        String policy = "policy: p\nrules:\n" + "- 3\n".repeat(3000);
        assertThatThrownBy(() -> PolicyReader.read(policy.getBytes(StandardCharsets.UTF_8), "p.yaml"))
                .hasMessageStartingWith("invalid-policy: at least 101 problems\n")
                .hasMessageEndingWith("\n  and at least 51 more");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) 'a');
        assertThat(Refusal.of(large, "p.yaml").lines())
                .singleElement()
                .asString()
                .contains("1048576 bytes");
    }

    @Test
    void tenThousandLevelsAreRefused() {
        for (String open : List.of("{ not: ", "[", "{ all: [")) {
            String yaml = "policy: p\nrules:\n  - id: a\n    when: " + open.repeat(10_000);
            assertThat(Refusal.of(yaml, "p.yaml").lines())
                    .singleElement()
                    .asString()
                    .contains("64 deep");
        }
        String json = "{\"policy\": \"p\", \"rules\": [{\"id\": \"a\", \"when\": " + "{\"not\":".repeat(10_000);
        assertThat(Refusal.of(json, "p.json").lines())
                .singleElement()
                .asString()
                .contains("64 deep");
    }

    @Test
    void deepConditionsAreReadAsDeepAsTheFileMayBe() {
        String deep = "policy: p\nrules:\n  - id: a\n    when: " + "{ not: ".repeat(57) + "{ paths: a }"
                + " }".repeat(57) + "\n    then: block\n";
        Policy policy = read(deep);
        assertThat(policy.rules().get(0).when())
                .isEqualTo(new Condition.Not(ChangeCondition.Files.in(List.of(new Glob("a")))));
    }

    @Test
    void conditionsAreNestedAsDeepAsTheyCanBeWrittenAgain() {
        Policy policy = read(nested(ConditionTree.MOST_LEVELS));
        assertThat(Placeless.of(read(PolicyWriter.yaml(policy)))).isEqualTo(Placeless.of(policy));
        assertThat(Refusal.of(nested(ConditionTree.MOST_LEVELS + 1), "p.yaml").lines())
                .containsExactly("4:11 rules[0].when: must be nested at most 28 deep; flatten the condition");
    }

    private static String nested(int levels) {
        return "policy: p\nrules:\n  - id: a\n    when: " + "{ all: ".repeat(levels)
                + "{ not: { ai: { model: { in: a } } } }" + " }".repeat(levels) + "\n    then: block\n";
    }

    @Test
    void anchorsAliasesAndBombsAreRefused() {
        StringBuilder bomb = new StringBuilder("policy: p\nrules: []\na: &a [x, x, x]\n");
        for (char name = 'b'; name < 'j'; name++) {
            char before = (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [*")
                    .append(before)
                    .append(", *")
                    .append(before)
                    .append("]\n");
        }
        List<Problem> problems = Refusal.of(bomb.toString(), "p.yaml").problems();
        assertThat(problems).extracting(Problem::message).contains("anchors are refused", "aliases are refused");
    }

    @Test
    void asManyRulesAsAllowedAreReadAndOneMoreIsRefused() {
        assertThat(read(rules(PolicyReader.MAX_RULES)).rules()).hasSize(PolicyReader.MAX_RULES);
        assertThat(Refusal.of(rules(PolicyReader.MAX_RULES + 1), "p.yaml").lines())
                .containsExactly("5003:5 rules[5000]: more than 5000 rules; split the policy or merge its rules");
    }

    @Test
    void asManyConditionsAsAllowedAreReadAndOneMoreIsRefused() {
        assertThat(read(conditions(ConditionReader.MOST - 1)).rules()).hasSize(1);
        assertThat(Refusal.of(conditions(ConditionReader.MOST), "p.yaml").lines())
                .singleElement()
                .asString()
                .contains("more than 10000 conditions");
    }

    @Test
    void thousandsOfMistakesAreToldUpToANumberThatAPersonReads() {
        List<Problem> problems =
                Refusal.of(rules(4000).replace("block", "blok"), "p.yaml").problems();
        assertThat(problems).hasSize(Problems.MOST + 1);
        assertThat(problems.get(Problems.MOST).message()).isEqualTo("more than 100 problems");
    }

    @Test
    void textThatHidesSomethingIsRefused() {
        assertThat(Refusal.of("policy: p\ndescription: a\u202Eb\nrules: []\n", "p.yaml")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("2:15");
        assertThat(Refusal.of("{\"policy\": \"p\", \"description\": \"a\\u202Eb\", \"rules\": []}", "p.json")
                        .problems())
                .hasSize(1);
    }

    @Test
    void messagesShowNoControlCharacterOfTheFile() {
        for (Problem problem : Refusal.of("policy: \"a\\e[31m\\u202E\"\n\"k\\a\": 1\nrules: []\n", "p\u001B.yaml")
                .problems()) {
            assertThat(problem.toString().chars()).noneMatch(c -> c < ' ' || c == 0x202E);
        }
    }

    @Test
    void aPolicyOfTheBuilderThatIsTooDeepIsNotWritten() {
        Condition condition = ChangeCondition.Files.in(List.of(new Glob("a")));
        for (int i = 0; i < 100_000; i++) {
            condition = new Condition.All(List.of(condition));
        }
        Policy policy = Policy.builder("deep").block("a", condition).build();
        assertThatThrownBy(() -> PolicyWriter.digest(policy))
                .isInstanceOfSatisfying(
                        ImprimaturException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_POLICY));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aDamagedFileIsReadOrRefusedWithPlaces(@ForAll("policies") Policy policy, @ForAll long chance) {
        Random random = new Random(chance);
        byte[] yaml = PolicyWriter.yaml(policy).getBytes(StandardCharsets.UTF_8);
        byte[] json = PolicyWriter.json(policy).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            readOrRefuse(damaged(yaml, random), "p.yaml");
            readOrRefuse(damaged(json, random), "p.json");
        }
    }

    @Property(tries = 30)
    void theStarterWithALineLessIsReadOrRefusedWithPlaces(@ForAll long chance) {
        List<String> lines = new String(StarterPolicy.content(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int without = new Random(chance).nextInt(lines.size());
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            rest.append(i == without ? "" : lines.get(i) + "\n");
        }
        readOrRefuse(rest.toString().getBytes(StandardCharsets.UTF_8), "p.yaml");
    }

    @Provide
    Arbitrary<Policy> policies() {
        return PolicyArbitraries.policies();
    }

    private static void readOrRefuse(byte[] content, String source) {
        try {
            PolicyWriter.digest(PolicyReader.read(content, source));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_POLICY);
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.position().isKnown()).as(problem.toString()).isTrue();
                assertThat(problem.source()).isEqualTo(source);
            });
        }
    }

    /** A byte flipped, a run of bytes left out, or one put in twice. */
    private static byte[] damaged(byte[] content, Random random) {
        int from = random.nextInt(content.length);
        int to = Math.min(content.length, from + 1 + random.nextInt(20));
        int kind = random.nextInt(3);
        if (kind == 0) {
            byte[] flipped = content.clone();
            flipped[from] ^= (byte) (1 << random.nextInt(8));
            return flipped;
        }
        byte[] damaged = new byte[content.length + (kind == 1 ? from - to : to - from)];
        System.arraycopy(content, 0, damaged, 0, from);
        int rest = kind == 1 ? to : from;
        int at = kind == 1 ? from : to;
        if (kind == 2) {
            System.arraycopy(content, from, damaged, from, to - from);
        }
        System.arraycopy(content, rest, damaged, at, content.length - rest);
        return damaged;
    }

    private static String rules(int count) {
        StringBuilder yaml = new StringBuilder("policy: p\nrules:");
        for (int i = 0; i < count; i++) {
            yaml.append(String.format(Locale.ROOT, RULE, i));
        }
        return yaml.append('\n').toString();
    }

    private static String conditions(int leaves) {
        return "policy: p\nrules:\n  - id: a\n    then: block\n    when:\n      any:\n"
                + "      - { paths: a }\n".repeat(leaves);
    }

    private static Policy read(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml");
    }
}
