package io.imprimatur.decision;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.Requirement;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.scan.Gap;
import org.jspecify.annotations.Nullable;

/** Something that someone can do towards clearing a change. */
public sealed interface Step {

    /** Remove the cause of a finding. */
    record FixFinding(Finding finding) implements Step {
        public FixFinding {
            Preconditions.notNull(finding, "finding");
        }
    }

    /**
     * Let a scanner cover what it did not, with nothing found there.
     *
     * @param scanner the scanner
     * @param gap what it did not cover
     */
    record CloseGap(String scanner, Gap gap) implements Step {
        public CloseGap {
            Preconditions.id(scanner, "scanner");
            Preconditions.notNull(gap, "gap");
        }
    }

    /**
     * Run a scanner that was not there, with nothing found: a certain one, or any that looks for a category; any at all
     * where neither is given. Both are never given.
     */
    record AddScanner(@Nullable String scanner, @Nullable Category category) implements Step {
        public AddScanner {
            Preconditions.check(
                    scanner == null || category == null, "category", category, "must not be given where a scanner is");
        }
    }

    /**
     * Bring it about, or show, that a fact of the change or its provenance holds or does not hold: record who wrote what,
     * make the change smaller, leave paths out of it, give the fact. Where it is so already, keep it so while other steps
     * change it.
     *
     * @param condition the fact
     * @param holds whether it has to hold
     */
    record Establish(ChangeCondition condition, boolean holds) implements Step {
        public Establish {
            Preconditions.notNull(condition, "condition");
        }
    }

    /** Bring the risk below a bound. */
    record LowerRisk(RiskBound below) implements Step {
        public LowerRisk {
            Preconditions.notNull(below, "below");
        }
    }

    /** Have every generation recorded with at least this confidence. */
    record RaiseConfidence(Ratio atLeast) implements Step {
        public RaiseConfidence {
            Preconditions.notNull(atLeast, "atLeast");
        }
    }

    /** Take a file out of the change: split the change, or leave the file as it was. */
    record LeaveOut(RepoPath path) implements Step {
        public LeaveOut {
            Preconditions.notNull(path, "path");
        }
    }

    /** Record something of the provenance, of everything that a model wrote. */
    record RecordProvenance(EvidenceCondition.Recording what) implements Step {
        public RecordProvenance {
            Preconditions.notNull(what, "what");
        }
    }

    /**
     * Wait until a freeze is over; or say what time it is, where that is not known.
     *
     * @param freeze the id of the freeze
     */
    record Await(String freeze) implements Step {
        public Await {
            Preconditions.id(freeze, "freeze");
        }
    }

    /** Get approvals. */
    record Approve(Requirement requirement) implements Step {
        public Approve {
            Preconditions.notNull(requirement, "requirement");
        }
    }
}
