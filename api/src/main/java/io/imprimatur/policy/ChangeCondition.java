package io.imprimatur.policy;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import java.util.List;
import java.util.Locale;

/** A condition on the change and its provenance: a fact that a rule may also ask the absence of. */
public sealed interface ChangeCondition extends Condition {

    /**
     * The change touches a path that matches one of the patterns, at base or at head.
     *
     * @param globs at least one
     */
    record Paths(List<Glob> globs) implements ChangeCondition {
        public Paths {
            globs = nonEmpty(globs, "paths");
        }
    }

    /**
     * The branch that the change is meant for matches one of the patterns. Unknown where the branch is not known.
     *
     * @param globs at least one
     */
    record Target(List<Glob> globs) implements ChangeCondition {
        public Target {
            globs = nonEmpty(globs, "target");
        }
    }

    /**
     * How much changes. Unknown where it depends on files whose lines are not known.
     *
     * @param measure what is counted
     * @param comparison how it compares
     * @param bound with what, at least 0
     */
    record Size(Measure measure, Comparison comparison, long bound) implements ChangeCondition {
        public Size {
            Preconditions.notNull(measure, "measure");
            Preconditions.notNull(comparison, "comparison");
            Preconditions.check(
                    bound >= 0 && bound <= FactValue.Whole.MAX,
                    "bound",
                    bound,
                    "must be from 0 to " + FactValue.Whole.MAX);
        }
    }

    /** What {@link Size} counts. */
    enum Measure {
        /** Files that the change touches. */
        FILES,
        /** Lines that it adds. */
        ADDED_LINES,
        /** Lines that it deletes. */
        DELETED_LINES;

        /** As it stands in a policy, for example {@code added-lines}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * How much of what the change adds a model wrote. Unknown where the interval that is known lies on both sides of the
     * bound.
     *
     * @param globs only lines of paths that match one of these count; none means all paths. Where the change touches no
     *     such path, the condition is false
     * @param comparison how it compares
     * @param bound with what
     */
    record AiShare(List<Glob> globs, Comparison comparison, Ratio bound) implements ChangeCondition {
        public AiShare {
            globs = Preconditions.ordered(globs, "ai.paths");
            Preconditions.notNull(comparison, "comparison");
            Preconditions.notNull(bound, "bound");
        }
    }

    /**
     * A model that took part: with {@code IN}, some model's id matches a pattern; with {@code NOT_IN}, some model's id
     * matches none. Unknown where a model may have taken part that is not known.
     *
     * @param match which of the two
     * @param globs at least one, for model ids such as {@code anthropic/claude-*}
     */
    record ModelId(Match match, List<Glob> globs) implements ChangeCondition {
        public ModelId {
            Preconditions.notNull(match, "match");
            globs = nonEmpty(globs, "model");
        }
    }

    /** How {@link ModelId} asks. */
    enum Match {
        /** Some model is one of these. */
        IN,
        /** Some model is none of these. */
        NOT_IN;

        /** As it stands in a policy: {@code in} or {@code not-in}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A fact that the embedder adds. Unknown where the embedder does not give it, or gives a value of another kind.
     *
     * @param name the fact
     * @param test what is asked of it
     */
    record EmbedderFact(String name, FactTest test) implements ChangeCondition {
        public EmbedderFact {
            Preconditions.id(name, "fact");
            Preconditions.notNull(test, "test");
        }
    }

    private static List<Glob> nonEmpty(List<Glob> globs, String field) {
        List<Glob> ordered = Preconditions.ordered(globs, field);
        Preconditions.check(!ordered.isEmpty(), field, "none", "must have at least one pattern");
        return ordered;
    }
}
