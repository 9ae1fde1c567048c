package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.cases.PolicyCases;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The schemas of cases and of waivers accept whatever the reader accepts, and refuse what it refuses for its structure,
 * as a validator has it that others wrote.
 */
class OtherSchemasToolTest {
    /** What the reader says of structure: all of it is in the schema. */
    private static final List<String> STRUCTURE = List.of(
            "unknown key",
            "must be given",
            "must be a mapping",
            "must be a list, or unknown",
            "must be text",
            "must be true or false",
            "must be true, false or unknown",
            "must have one of the keys",
            "must have only one of the keys",
            "must stand beside");

    @TempDir
    Path folder;

    @Test
    void theSchemaOfCases() throws IOException, InterruptedException {
        Policy bank = SamplePolicies.policy(Path.of("..", "samples", "policies", "bank"));
        check(
                PolicySchema.cases(),
                withMutants(cases("bank"), 20),
                json -> PolicyCases.read(json.getBytes(StandardCharsets.UTF_8), "p.tests.json", bank));
        for (Path sample : SamplePolicies.folders()) {
            List<Object> all = List.of(tree(sample.resolve("policy.tests.yaml")));
            Path work =
                    Files.createDirectory(folder.resolve(sample.getFileName().toString()));
            assertThat(Ajv.accepted(PolicySchema.cases(), all, work)).containsExactly(true);
        }
    }

    @Test
    void theSchemaOfWaivers() throws IOException, InterruptedException {
        String page = Files.readString(Path.of("..", "samples", "docs", "waivers.md"));
        int begin = page.indexOf("```yaml\nwaivers:") + "```yaml\n".length();
        Object example = PlainTree.ofYaml(page.substring(begin, page.indexOf("```", begin)))
                .orElseThrow();
        check(
                PolicySchema.waivers(),
                withMutants(List.of(example), 500),
                json -> WaiverReader.read(json.getBytes(StandardCharsets.UTF_8), "waivers.json"));
    }

    private void check(String schema, List<Object> documents, Consumer<String> reader)
            throws IOException, InterruptedException {
        List<Boolean> accepted = Ajv.accepted(schema, documents, folder);
        int valid = 0;
        int broken = 0;
        for (int i = 0; i < documents.size(); i++) {
            String json = PlainTree.json(documents.get(i));
            List<Problem> problems = problems(json, reader);
            if (problems.isEmpty()) {
                assertThat(accepted.get(i)).as(json).isTrue();
                valid++;
            } else if (problems.stream()
                    .anyMatch(problem -> STRUCTURE.stream().anyMatch(problem.message()::startsWith))) {
                assertThat(accepted.get(i)).as("%s%n%s", json, problems).isFalse();
                broken++;
            }
        }
        System.out.println("The schema and the reader agree on " + valid + " valid and " + broken + " broken files");
        assertThat(valid).isGreaterThan(50);
        assertThat(broken).isGreaterThan(50);
    }

    private static List<Problem> problems(String json, Consumer<String> reader) {
        try {
            reader.accept(json);
            return List.of();
        } catch (ImprimaturException refused) {
            return refused.problems();
        }
    }

    private static List<Object> withMutants(List<Object> documents, int rounds) {
        Mutants mutants = new Mutants();
        List<Object> all = new ArrayList<>(documents);
        for (int round = 0; round < rounds; round++) {
            documents.forEach(document -> all.add(mutants.of(document)));
        }
        return all;
    }

    /** Each case of a sample in a file of its own: what is changed in one is then what is wrong with it. */
    private static List<Object> cases(String sample) throws IOException {
        Map<?, ?> file = (Map<?, ?>) tree(Path.of("..", "samples", "policies", sample, "policy.tests.yaml"));
        List<Object> single = new ArrayList<>();
        for (Object each : (List<?>) file.get("cases")) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("given", file.get("given"));
            one.put("cases", List.of(each));
            single.add(one);
        }
        return single;
    }

    private static Object tree(Path file) throws IOException {
        return PlainTree.ofYaml(Files.readString(file)).orElseThrow();
    }
}
