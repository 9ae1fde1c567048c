package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.time.Duration;
import java.util.Comparator;

/** Something that whoever acts on a decision has to do besides. It changes no verdict. */
public sealed interface Obligation extends Comparable<Obligation> {

    /** What it is, in words; also its order. */
    String words();

    @Override
    default int compareTo(Obligation other) {
        return Comparator.comparing(Obligation::words).compare(this, other);
    }

    /** Put a label on the change. */
    record Label(String name) implements Obligation {
        public Label {
            Preconditions.text(name, "label", 250);
        }

        @Override
        public String words() {
            return "label the change " + name;
        }
    }

    /** Tell someone, by the name that a directory knows. */
    record Notify(String recipient) implements Obligation {
        public Notify {
            Preconditions.text(recipient, "notify", 250);
        }

        @Override
        public String words() {
            return "notify " + recipient;
        }
    }

    /** Say how the change would be undone. */
    record RollbackPlan() implements Obligation {
        @Override
        public String words() {
            return "write down how the change would be rolled back";
        }
    }

    /**
     * Come back to it.
     *
     * @param task what is to be done
     * @param within how long there is for it after the merge, at least a minute
     */
    record FollowUp(String task, Duration within) implements Obligation {
        public FollowUp {
            Preconditions.text(task, "follow-up", 1000);
            Durations.check(within, "within");
        }

        @Override
        public String words() {
            return "follow up within " + Durations.text(within) + ": " + task;
        }
    }
}
