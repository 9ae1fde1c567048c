package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a validator of JSON Schema about many files, and the reader about the same ones: they agree on the structure. */
class PolicySchemaToolTest {
    /** What the reader alone knows: what names mean, what is unique, possible, in order or too much, and who agreed to what. */
    private static final List<String> MEANING = List.of(
            "must be a role that the policy declares",
            "must not be the role that is to approve",
            "must be a freeze that the policy declares",
            "must be unique: the rule at line",
            "must be for this policy, whose digest is",
            "must be after from",
            "must be possible: role",
            "must be a policy that is there",
            "must not lead back to itself",
            "must be the digest of ",
            "must be nested at most");

    /** Here a pattern says something, and the reader more. */
    private static final List<String> PARTLY =
            List.of("must be a time zone", "must be a time with its offset", "must match vulnerabilities such as");

    @TempDir
    Path folder;

    @Test
    void theSchemaAndTheReaderAgree() throws IOException, InterruptedException {
        List<Object> documents = documents();
        List<Boolean> accepted = Ajv.accepted(PolicySchema.json(), documents, folder);
        int valid = 0;
        int broken = 0;
        for (int i = 0; i < documents.size(); i++) {
            String json = PlainTree.json(documents.get(i));
            List<Problem> problems = problems(json);
            List<Problem> structural = problems.stream()
                    .filter(problem -> !begins(problem, MEANING))
                    .toList();
            if (structural.stream().noneMatch(PolicySchemaToolTest::isForTheReaderToSay)) {
                assertThat(accepted.get(i)).as("%s%n%s", json, structural).isEqualTo(structural.isEmpty());
                valid += structural.isEmpty() ? 1 : 0;
                broken += structural.isEmpty() ? 0 : 1;
            }
        }
        System.out.println("The schema and the reader agree on " + valid + " valid and " + broken + " broken files");
        assertThat(valid).isGreaterThan(50);
        assertThat(broken).isGreaterThan(50);
    }

    /** Policies by chance, those of the documents, each of them with something changed, and every known mistake. */
    private static List<Object> documents() throws IOException {
        List<Object> documents = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<Policy> policies = PolicyArbitraries.policies().generator(1000);
            Random random = new Random(2020);
            for (int i = 0; i < 60; i++) {
                documents.add(
                        PlainTree.ofYaml(PolicyWriter.yaml(policies.next(random).value()))
                                .orElseThrow());
            }
        });
        for (String example : PolicyDocumentationTest.examples()) {
            documents.add(PlainTree.ofYaml(example).orElseThrow());
        }
        documents.add(PlainTree.ofYaml(new String(StarterPolicy.content(), StandardCharsets.UTF_8))
                .orElseThrow());
        SamplePolicies.folders()
                .forEach(folder -> documents.add(
                        PlainTree.ofYaml(SamplePolicies.text(folder)).orElseThrow()));
        Mutants mutants = new Mutants();
        List<Object> changed = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            documents.forEach(document -> changed.add(mutants.of(document)));
        }
        documents.addAll(changed);
        try (Stream<String> mistakes = PolicyMistakesTest.mistakes().map(each -> (String) each.get()[1])) {
            mistakes.flatMap(file -> PlainTree.ofYaml(file).stream()).forEach(documents::add);
        }

        return documents;
    }

    private static boolean begins(Problem problem, List<String> messages) {
        return messages.stream().anyMatch(problem.message()::startsWith);
    }

    /** Which zones there are, and which days a month has; 3.0 and 3 are one number in JSON, and two spellings to it. */
    private static boolean isForTheReaderToSay(Problem problem) {
        return begins(problem, PARTLY)
                || problem.message().startsWith("must be a whole number") && "3.0".equals(problem.value());
    }

    private static List<Problem> problems(String json) {
        try {
            PolicyReader.read(json.getBytes(StandardCharsets.UTF_8), "p.json");
            return List.of();
        } catch (ImprimaturException refused) {
            return refused.problems();
        }
    }
}
