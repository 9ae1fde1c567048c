package io.imprimatur.core;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.core.decide.Decider;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.core.policy.StarterPolicy;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.provenance.CommitAttribution;
import io.imprimatur.core.risk.DefaultRiskModel;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.ReviewedWaiver;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskModel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.SecretSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes a change down the street: who wrote it, what scanners find, how bad it could be, what the policy says. Immutable,
 * thread-safe, and to be closed after use.
 *
 * <pre>{@code
 * try (Gate gate = Gate.builder().scanners(Scanners.find(loader)).build()) {
 *     Outcome outcome = gate.check(change, content);
 * }
 * }</pre>
 */
public final class Gate implements AutoCloseable {
    private final Decider decider;
    private final RiskModel riskModel;
    private final ScanRunner runner;

    private Gate(Decider decider, RiskModel riskModel, ScanRunner runner) {
        this.decider = decider;
        this.riskModel = riskModel;
        this.runner = runner;
    }

    /** A gate with the starter policy and no scanner, unless said otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Judges a change by what its commits and the scanners say of it.
     *
     * @throws ImprimaturException {@link ErrorCode#CLOSED}
     */
    public Outcome check(Change change, ChangeContent content) {
        return check(Submission.of(change, content));
    }

    /**
     * Judges a change with what the embedder knows of it besides.
     *
     * @throws ImprimaturException {@link ErrorCode#CLOSED}, {@link ErrorCode#INVALID_DRAFT} with everything that is wrong
     *     with the facts
     */
    public Outcome check(Submission submission) {
        Preconditions.notNull(submission, "submission");
        List<Fact> facts = facts(submission);
        Change change = submission.change();
        Provenance given = submission.provenance();
        Provenance provenance = given == null ? CommitAttribution.of(change) : given;
        List<ScanReport> reports = runner.scan(change, submission.content());
        Policy policy = decider.policy();
        RiskScore risk = riskModel.score(new RiskInput(
                change, provenance, policy.silence(), AiShare.of(change, provenance, policy.silence()), reports));
        Assessment assessment =
                new Assessment(change, provenance, policy.silence(), reports, risk, facts, submission.time());
        return new Outcome(assessment, decider.decide(assessment));
    }

    private static List<Fact> facts(Submission submission) {
        if (submission.facts().isEmpty()) {
            return List.of();
        }
        try (Drafts drafts = new Drafts()) {
            return drafts.facts(submission.facts());
        }
    }

    /** Stops what runs and releases the scanners. Safe to call twice. */
    @Override
    public void close() {
        runner.close();
    }

    /** Puts a gate together. Not thread-safe. */
    public static final class Builder {
        private @Nullable Policy policy;
        private PolicyOrigin origin = new PolicyOrigin.Starter();
        private List<ReviewedWaiver> waivers = List.of();
        private Scanners scanners = Scanners.NONE;
        private SecretSource secrets = SecretSource.NONE;
        private ScanLimits limits = ScanLimits.DEFAULT;
        private RiskModel riskModel = new DefaultRiskModel();
        private boolean comparesWithBase;
        private @Nullable AnswerCache cache;
        private @Nullable Executor executor;

        private Builder() {}

        /** The policy, and where it came from: the target branch or the caller, never the head of the change. */
        public Builder policy(Policy newPolicy, PolicyOrigin newOrigin) {
            policy = Preconditions.notNull(newPolicy, "policy");
            origin = Preconditions.notNull(newOrigin, "origin");
            return this;
        }

        /**
         * The waivers of the target branch, or of the caller, never of the head of the change, and who can prove that they
         * were let in by a review; none unless given, and none of them counts that is not proved.
         */
        public Builder waivers(List<Waiver> newWaivers, WaiverProof proof) {
            waivers =
                    ReviewedWaiver.of(Preconditions.copy(newWaivers, "waivers"), Preconditions.notNull(proof, "proof"));
            return this;
        }

        /** The scanners; none unless given. */
        public Builder scanners(Scanners newScanners) {
            scanners = Preconditions.notNull(newScanners, "scanners");
            return this;
        }

        /** Where scanners get secrets; nowhere unless given. */
        public Builder secrets(SecretSource newSecrets) {
            secrets = Preconditions.notNull(newSecrets, "secrets");
            return this;
        }

        /** How much time and room each scanner has. */
        public Builder limits(ScanLimits newLimits) {
            limits = Preconditions.notNull(newLimits, "limits");
            return this;
        }

        /** How risk is computed. */
        public Builder riskModel(RiskModel newRiskModel) {
            riskModel = Preconditions.notNull(newRiskModel, "riskModel");
            return this;
        }

        /** Keeps what scanners say of a file: {@link ScanRunner.Builder#cache}. */
        public Builder cache(AnswerCache newCache) {
            cache = Preconditions.notNull(newCache, "cache");
            return this;
        }

        /** Tells old findings from new ones by scanning the base too: {@link ScanRunner.Builder#compareWithBase}. */
        public Builder compareWithBase() {
            comparesWithBase = true;
            return this;
        }

        /** Where scanners run; threads of the gate's own unless given. */
        public Builder executor(Executor newExecutor) {
            executor = Preconditions.notNull(newExecutor, "executor");
            return this;
        }

        /**
         * The gate.
         *
         * @throws ImprimaturException {@link ErrorCode#INVALID_CONFIGURATION} with everything that scanners refuse of
         *     their settings
         */
        public Gate build() {
            Policy chosen = policy == null ? StarterPolicy.policy() : policy;
            ScanRunner.Builder runner = ScanRunner.builder(scanners)
                    .policy(chosen, origin.toString())
                    .secrets(secrets)
                    .limits(limits);
            if (comparesWithBase) {
                runner.compareWithBase();
            }
            if (cache != null) {
                runner.cache(cache);
            }
            if (executor != null) {
                runner.executor(executor);
            }
            return new Gate(new Decider(chosen, origin, waivers), riskModel, runner.build());
        }
    }
}
