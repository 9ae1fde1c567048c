package io.imprimatur.core.tool;

import io.imprimatur.error.Preconditions;

/** What came of running a program. Whatever it was, nothing that the program started runs any more. */
public sealed interface ToolOutcome {
    /**
     * It ended by itself. Whether its status means that it did its work, only who knows the program can say.
     *
     * @param status its exit status; 128 plus the number of a signal where it was ended from elsewhere
     */
    record Exited(int status, ToolOutput output) implements ToolOutcome {
        public Exited {
            Preconditions.notNull(output, "output");
        }
    }

    /** It was ended at its deadline. */
    record TimedOut(ToolOutput output) implements ToolOutcome {
        public TimedOut {
            Preconditions.notNull(output, "output");
        }
    }

    /** It was ended because its answer is no longer wanted. Where the thread was interrupted, its flag is set again. */
    record Cancelled() implements ToolOutcome {}

    /**
     * It never ran.
     *
     * @param reason why, as a sentence without a full stop; holds no argument and no value of the environment
     */
    record CouldNotStart(String reason) implements ToolOutcome {
        public CouldNotStart {
            Preconditions.text(reason, "reason", 1000);
        }
    }

    /**
     * It was ended because it wrote more than it may.
     *
     * @param limit how many bytes it may write to a stream
     * @param output what it wrote until then
     */
    record OutputTooLarge(int limit, ToolOutput output) implements ToolOutcome {
        public OutputTooLarge {
            Preconditions.notNull(output, "output");
        }
    }
}
