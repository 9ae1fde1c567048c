package io.imprimatur.core.policy.lint;

import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Printable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a policy that its author will hardly have meant. The policy can be used as it stands. Immutable and
 * thread-safe.
 *
 * @param kind what kind of thing
 * @param rule the id of the rule that it is about; absent where it is about something else
 * @param position where the rule stands in the policy's file
 * @param words what is so, as a sentence without a full stop
 * @param remedy what to do about it
 */
public record Remark(Kind kind, @Nullable String rule, Position position, String words, String remedy) {

    /** What a remark is about. Ids are stable: a constant is never renamed nor given another meaning. */
    public enum Kind {
        /** The condition of a rule can never hold. */
        NEVER_FIRES,
        /** The condition of a rule holds for every change. */
        ALWAYS_FIRES,
        /** Another rule always acts where this one does, and asks for no less. */
        COVERED,
        /** A rule that does not count, where an enforced one always acts with it and asks for no less. */
        ENFORCED_TWIN,
        /** Two rules that block, of which one holds for every change. */
        CONTRADICTION,
        /** A pattern that matches nothing but what another of the same list matches. */
        DUPLICATE_GLOB,
        /** A role that no rule asks for or excludes. */
        UNUSED_ROLE,
        /** A topic that no rule asks for. */
        UNUSED_TOPIC,
        /** A topic that a rule asks for and for which the policy has no patterns. */
        TOPIC_WITHOUT_GLOBS,
        /** A category that a rule asks for, and that is nearly one which is known by name. */
        UNKNOWN_CATEGORY,
        /** A scanner that the policy names, and that is not there but for its spelling. */
        UNKNOWN_SCANNER,
        /** A pattern for branches that begins with what git puts before their names. */
        QUALIFIED_BRANCH,
        /** A freeze that no rule asks for. */
        UNUSED_FREEZE,
        /** A freeze that will not be in force again. */
        FREEZE_OVER,
        /** A pattern for paths that matches none of the files there are. */
        GLOB_MATCHES_NOTHING,
        /** The policy is too large to compare each of its rules with each other. */
        NOT_COMPARED;

        /** As it is shown, for example {@code never-fires}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Remark {
        Preconditions.notNull(kind, "kind");
        Preconditions.notNull(position, "position");
        Preconditions.text(words, "words", 100_000);
        Preconditions.text(remedy, "remedy", 100_000);
    }

    /** One line: {@code line:column: kind[rule]: words; remedy}, control characters escaped. */
    @Override
    public String toString() {
        String place = position.isKnown() ? position + ": " : "";
        String about = rule == null ? "" : "[" + rule + "]";
        return Printable.of(place + kind.id() + about + ": " + words + "; " + remedy);
    }
}
