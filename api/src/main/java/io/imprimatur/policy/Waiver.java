package io.imprimatur.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception from a policy that stands on the target branch: one finding, or one rule in some paths, for some time. It
 * counts on the policy's terms alone ({@link WaiverTerms}), and never for a rule that is {@code hard}.
 *
 * @param id an identifier
 * @param scope what it lifts
 * @param reason why, for the people who come later; at most 1,000 characters
 * @param approver who agreed to it, by a name that the policy lists as a member of the role that approves waivers
 * @param created from when it counts
 * @param expires the first moment at which it no longer counts
 * @param evidence where the review can be seen that let it in, at most 1,000 characters; says nothing by itself
 * @param position where it stands in its file
 */
public record Waiver(
        String id,
        Scope scope,
        String reason,
        String approver,
        Instant created,
        Instant expires,
        @Nullable String evidence,
        Position position) {
    public Waiver {
        Preconditions.id(id, "id");
        Preconditions.notNull(scope, "scope");
        reason = Preconditions.text(reason, "reason", 1000).strip();
        Preconditions.text(approver, "approver", 250);
        Preconditions.notNull(created, "created");
        Preconditions.notNull(expires, "expires");
        Preconditions.check(created.isBefore(expires), "expires", expires, "must be after created, " + created);
        if (evidence != null) {
            Preconditions.text(evidence, "evidence", 1000);
        }
        Preconditions.notNull(position, "position");
    }

    /** The same waiver, standing elsewhere. */
    public Waiver at(Position newPosition) {
        return new Waiver(id, scope, reason, approver, created, expires, evidence, newPosition);
    }

    /** What a waiver lifts. */
    public sealed interface Scope {}

    /**
     * A finding.
     *
     * @param fingerprint which
     * @param content of the file that it is in, at head; absent to hold for any. A secret needs it: what identifies a secret
     *     is its kind and its place, so another one put in its place would be lifted too
     */
    public record OfFinding(
            Fingerprint fingerprint, @Nullable Digest content) implements Scope {
        public OfFinding {
            Preconditions.notNull(fingerprint, "finding");
        }
    }

    /**
     * A rule, where all that it fires on lies in some paths.
     *
     * @param rule its id
     * @param paths at least one pattern, ordered
     */
    public record OfRule(String rule, List<Glob> paths) implements Scope {
        public OfRule {
            Preconditions.id(rule, "rule");
            paths = Preconditions.ordered(paths, "paths");
            Preconditions.check(!paths.isEmpty(), "paths", "none", "must have at least one pattern");
        }
    }
}
