package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Key;
import io.imprimatur.core.policy.shape.Texts;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Obligation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a rule obliges to. */
public final class ObligationReader {
    private final Problems problems;
    private final Values values;

    ObligationReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** The obligation at a node; null where a problem was reported. */
    public static @Nullable Obligation read(Node node, Problems problems) {
        return new ObligationReader(problems, new Values(problems)).obligation(node);
    }

    List<Obligation> read(@Nullable Node node) {
        return values.list(node, this::obligation);
    }

    private @Nullable Obligation obligation(Node node) {
        if (node instanceof Node.Text text) {
            if (text.value().equals(Vocabulary.ROLLBACK_PLAN)) {
                return new Obligation.RollbackPlan();
            }
            problems.refuse(
                    node,
                    "must be " + Vocabulary.ROLLBACK_PLAN + ", or a mapping with one of " + kinds(),
                    "write for example { label: ai-generated }");
            return null;
        }
        Section section = Section.of(node, Vocabulary.OBLIGATION, problems);
        if (section == null) {
            return null;
        }
        if (section.get("follow-up") != null) {
            return followUp(section);
        }
        String label = values.words(section.get("label"), Texts.NAME);
        if (label != null) {
            return new Obligation.Label(label);
        }
        String recipient = values.words(section.get("notify"), Texts.NAME);
        return recipient == null ? null : new Obligation.Notify(recipient);
    }

    private @Nullable Obligation followUp(Section section) {
        String task = values.words(section.get("follow-up"), Texts.SENTENCES);
        Duration within = values.of(section.get("within"), Durations::parse);
        return task == null || within == null ? null : new Obligation.FollowUp(task, within);
    }

    private static String kinds() {
        return String.join(", ", Vocabulary.OBLIGATIONS.stream().map(Key::name).toList());
    }
}
