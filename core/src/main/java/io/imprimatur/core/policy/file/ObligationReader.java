package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Obligation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a rule obliges to. */
public final class ObligationReader {
    private static final List<String> KEYS = List.of("label", "notify", "follow-up", "within");
    private static final List<String> KINDS = KEYS.subList(0, 3);
    private static final String ROLLBACK_PLAN = "rollback-plan";

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
            if (text.value().equals(ROLLBACK_PLAN)) {
                return new Obligation.RollbackPlan();
            }
            problems.refuse(
                    node,
                    "must be " + ROLLBACK_PLAN + ", or a mapping with one of " + String.join(", ", KINDS),
                    "write for example { label: ai-generated }");
            return null;
        }
        Section section = Section.of(node, KEYS, problems);
        if (section == null) {
            return null;
        }
        section.requireExactlyOne(KINDS, "{ label: ai-generated }");
        Node within = section.get("within");
        if (section.get("follow-up") != null) {
            return followUp(section);
        }
        if (within != null) {
            problems.refuse(within, "must stand beside follow-up alone", "leave it out");
        }
        String label = values.words(section.get("label"), 250);
        if (label != null) {
            return new Obligation.Label(label);
        }
        String recipient = values.words(section.get("notify"), 250);
        return recipient == null ? null : new Obligation.Notify(recipient);
    }

    private @Nullable Obligation followUp(Section section) {
        String task = values.words(section.get("follow-up"), 1000);
        Duration within = values.of(
                section.require("within", "say how long there is for it, for example within: 14d"), Durations::parse);
        return task == null || within == null ? null : new Obligation.FollowUp(task, within);
    }
}
