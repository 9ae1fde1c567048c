package io.imprimatur.core.policy.cases;

import io.imprimatur.change.Digest;
import io.imprimatur.change.Person;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.measure.Ratio;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which models wrote. What is not given of one is not recorded of it. */
final class GenerationsReader {
    private final Problems problems;
    private final Values values;

    GenerationsReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** The generations; none unless given. */
    List<Generation> read(@Nullable Node node) {
        List<Generation> generations = new ArrayList<>();
        for (Node item : node instanceof Node.Sequence sequence ? sequence.items() : listOf(node)) {
            Generation generation = generation(item, "g" + (generations.size() + 1));
            if (generation != null) {
                generations.add(generation);
            }
        }
        return generations;
    }

    private static List<Node> listOf(@Nullable Node node) {
        return node == null ? List.of() : List.of(node);
    }

    private @Nullable Generation generation(Node node, String id) {
        if (node instanceof Node.Text) {
            String model = values.words(node, Model.MAX_ID);
            return model == null ? null : new Generation(id, Model.of(model), null, null, null, null, null, null);
        }
        Section section = Section.of(node, CaseVocabulary.GENERATION, problems);
        if (section == null) {
            return null;
        }
        String name = values.words(section.get("model"), Model.MAX_ID);
        String version = values.words(section.get("version"), Model.MAX_ID);
        String provider = values.words(section.get("provider"), Model.MAX_ID);
        String region = values.words(section.get("region"), Model.MAX_ID);
        if (name == null && (version != null || provider != null || region != null)) {
            problems.addFromPolicy(node.problem("must name the model of which it says more")
                    .remedy("write for example model: anthropic/claude-opus-4"));
        }
        String tool = values.words(section.get("tool"), 250);
        String requester = values.words(section.get("requester"), 1000);
        boolean prompt = values.flag(section.get("prompt"));
        Ratio confidence = values.of(section.get("confidence"), Words::share);
        Instant time = values.of(section.get("time"), Words::time);
        return new Generation(
                id,
                name == null ? null : new Model(name, version, provider, region),
                tool,
                requester == null ? null : new Person(requester, ""),
                prompt ? commitment(id) : null,
                confidence,
                null,
                time);
    }

    private static PromptCommitment commitment(String id) {
        return new PromptCommitment(
                Digest.of(id.getBytes(StandardCharsets.UTF_8)).hex());
    }
}
