package io.imprimatur.core.policy.cases;

import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.assessment.KnownFacts;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the embedding tool would add. */
final class FactsReader {
    private final Problems problems;
    private final Values values;

    FactsReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** The facts; no label and no team unless given. */
    List<Fact> read(@Nullable Node given, @Nullable Node labels, @Nullable Node teams) {
        List<Fact> facts = new ArrayList<>();
        Node.Mapping mapping =
                given == null ? null : Section.mapping(given, "of facts, for example { acme.freeze: true }", problems);
        for (Node.Entry entry : mapping == null ? List.<Node.Entry>of() : mapping.entries()) {
            FactValue value = value(entry.value());
            if (values.isId(entry.key(), entry.position(), entry.value().path()) && value != null) {
                facts.add(new Fact(entry.key(), value, "the case"));
            }
        }
        known(KnownFacts.LABELS, labels, facts);
        known(KnownFacts.AUTHOR_TEAMS, teams, facts);
        return facts;
    }

    /** A list of texts that a case gives by a word of its own; none unless given, and not known where it says so. */
    private void known(String name, @Nullable Node node, List<Fact> facts) {
        if (node instanceof Node.Text text && text.value().equals("unknown")) {
            return;
        }
        if (node != null && !(node instanceof Node.Sequence)) {
            problems.refuse(node, "must be a list, or unknown", "write it between brackets");
            return;
        }
        if (facts.stream().noneMatch(fact -> fact.name().equals(name))) {
            facts.add(new Fact(name, new FactValue.Texts(texts(node)), "the case"));
        }
    }

    private List<String> texts(@Nullable Node node) {
        boolean none =
                node instanceof Node.Sequence sequence && sequence.items().isEmpty();
        return none ? List.of() : values.list(node, item -> values.words(item, 4000));
    }

    private @Nullable FactValue value(Node node) {
        if (node instanceof Node.Flag flag) {
            return new FactValue.Flag(flag.value());
        }
        if (node instanceof Node.Number number) {
            BigDecimal exact = number.value();
            boolean whole = exact.stripTrailingZeros().scale() <= 0
                    && exact.abs().compareTo(BigDecimal.valueOf(FactValue.Whole.MAX)) <= 0;
            if (!whole) {
                problems.refuse(node, "must be a whole number within ±" + FactValue.Whole.MAX, null);
                return null;
            }
            return new FactValue.Whole(exact.longValueExact());
        }
        if (node instanceof Node.Sequence) {
            return new FactValue.Texts(texts(node));
        }
        String text = values.words(node, 4000);
        return text == null ? null : new FactValue.Text(text);
    }
}
