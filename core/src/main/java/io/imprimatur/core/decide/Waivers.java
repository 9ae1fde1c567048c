package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.ReviewedWaiver;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waivers lift of one decision. A waiver counts where the policy's terms admit it at the time of the assessment; where
 * in doubt it does not. Belongs to one decision and one thread.
 */
final class Waivers {
    private final Policy policy;
    private final List<ReviewedWaiver> waivers;
    private final List<Rule> rules;
    private final Situation situation;
    private final Map<Waiver, List<Finding>> findings = new HashMap<>();
    private final Map<Waiver, List<FiredRule>> lifted = new HashMap<>();
    private final Map<Waiver, WaiverRefusal> refused = new HashMap<>();

    /**
     * For a decision.
     *
     * @param rules those that may fire
     * @param situation what is so, with every finding
     */
    Waivers(List<ReviewedWaiver> waivers, List<Rule> rules, Situation situation) {
        this.policy = situation.policy();
        this.waivers = waivers;
        this.rules = rules;
        this.situation = situation;
        Map<Fingerprint, List<Finding>> defects = new HashMap<>();
        for (Finding finding : waivers.isEmpty() ? List.<Finding>of() : situation.findings()) {
            defects.computeIfAbsent(finding.fingerprint(), defect -> new ArrayList<>())
                    .add(finding);
        }
        for (ReviewedWaiver each : waivers) {
            if (each.waiver().scope() instanceof Waiver.OfFinding scope) {
                setAside(each, scope, defects.getOrDefault(scope.fingerprint(), List.of()));
            }
        }
    }

    /** The findings that count for no rule but the hard ones. */
    Set<Finding> findings() {
        Set<Finding> all = new HashSet<>();
        findings.values().forEach(all::addAll);
        return all;
    }

    /** Whether a rule that fires is lifted, all the findings that are set aside being left out already. */
    boolean lifts(FiredRule fired) {
        boolean lifts = false;
        for (ReviewedWaiver each : waivers) {
            if (each.waiver().scope() instanceof Waiver.OfRule scope
                    && scope.rule().equals(fired.rule().id())) {
                WaiverRefusal refusal = refusal(each, scope, fired);
                if (refusal == null) {
                    note(each.waiver(), fired);
                    lifts = true;
                } else {
                    refused.put(each.waiver(), refusal);
                }
            }
        }
        return lifts;
    }

    /** Takes note of a rule that only fires with the findings that are set aside. */
    void liftedByFindings(FiredRule fired) {
        Set<Fingerprint> found = new HashSet<>();
        for (Reason reason : fired.reasons()) {
            if (reason.fingerprint() != null) {
                found.add(reason.fingerprint());
            }
        }
        findings.forEach((waiver, some) -> {
            if (found.contains(some.get(0).fingerprint())
                    && fired.reasons().stream().anyMatch(reason -> isOneOf(some, reason))) {
                note(waiver, fired);
            }
        });
    }

    /** What became of each waiver that concerns the change. */
    List<WaiverUse> uses() {
        List<WaiverUse> uses = new ArrayList<>();
        for (ReviewedWaiver each : waivers) {
            Waiver waiver = each.waiver();
            WaiverRefusal refusal = refused.get(waiver);
            if (refusal != null) {
                uses.add(WaiverUse.refused(waiver, refusal));
            } else if (findings.containsKey(waiver) || lifted.containsKey(waiver)) {
                uses.add(new WaiverUse(
                        waiver,
                        null,
                        findings.getOrDefault(waiver, List.of()),
                        lifted.getOrDefault(waiver, List.of())));
            }
        }
        return uses;
    }

    private void note(Waiver waiver, FiredRule fired) {
        lifted.computeIfAbsent(waiver, absent -> new ArrayList<>()).add(fired);
    }

    private static boolean isOneOf(List<Finding> findings, Reason reason) {
        return findings.stream()
                .anyMatch(finding -> finding.fingerprint().equals(reason.fingerprint())
                        && Objects.equals(finding.location(), reason.location()));
    }

    // ---- a finding

    private void setAside(ReviewedWaiver reviewed, Waiver.OfFinding scope, List<Finding> defect) {
        List<Finding> waived = new ArrayList<>();
        WaiverRefusal why = null;
        for (Finding finding : defect) {
            WaiverRefusal refusal = refusal(reviewed);
            refusal = refusal == null ? refusal(scope, finding) : refusal;
            if (refusal == null) {
                waived.add(finding);
            } else {
                why = refusal;
            }
        }
        if (!waived.isEmpty()) {
            findings.put(reviewed.waiver(), waived);
        } else if (why != null) {
            refused.put(reviewed.waiver(), why);
        }
    }

    private @Nullable WaiverRefusal refusal(Waiver.OfFinding scope, Finding finding) {
        List<Rule> asking =
                rules.stream().filter(rule -> asks(rule.when(), finding)).toList();
        if (!asking.isEmpty() && asking.stream().allMatch(Rule::hard)) {
            return WaiverRefusal.HARD;
        }
        Digest content = scope.content();
        if (content == null) {
            return finding.category().equals(Category.SECRET) ? WaiverRefusal.NOT_BOUND : null;
        }
        Location location = finding.location();
        boolean same = location != null && content(location.path()).equals(Optional.of(content));
        return same ? null : WaiverRefusal.OTHER_CONTENT;
    }

    private static boolean asks(Condition condition, Finding finding) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(part -> asks(part, finding));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> asks(part, finding));
        }
        return condition instanceof FindingExists wanted && Evaluator.meets(wanted.filter(), finding) != Truth.FALSE;
    }

    /** The content at head of a file that changes; of no other is it known. */
    private Optional<Digest> content(RepoPath path) {
        return situation
                .file(path)
                .map(ChangedFile::after)
                .filter(version -> version.path().equals(path))
                .map(FileVersion::digest);
    }

    // ---- a rule

    private @Nullable WaiverRefusal refusal(ReviewedWaiver reviewed, Waiver.OfRule scope, FiredRule fired) {
        Rule rule = fired.rule();
        if (rule.hard() || Policy.isReserved(rule.id())) {
            return WaiverRefusal.HARD;
        }
        WaiverRefusal refusal = refusal(reviewed);
        if (refusal != null) {
            return refusal;
        }
        // What is not known of a file in the paths is waived whatever it is: to know more may not make a decision
        // milder.
        boolean within = !fired.reasons().isEmpty()
                && fired.reasons().stream().allMatch(reason -> isWithin(scope, reason.location()));
        return within ? null : WaiverRefusal.ELSEWHERE;
    }

    /** Whether a place is in a file that lies in the paths of the waiver, as it stands at head and as it stood before. */
    private boolean isWithin(Waiver.OfRule scope, @Nullable Location place) {
        if (place == null
                || !Globs.match(scope.paths(), place.path())
                || situation.unsure().contains(place.path())) {
            return false;
        }
        ChangedFile file = situation.file(place.path()).orElse(null);
        return file == null
                || (Globs.match(scope.paths(), file.path())
                        && file.movedFrom()
                                .filter(before -> !Globs.match(scope.paths(), before))
                                .isEmpty());
    }

    // ---- the terms

    private @Nullable WaiverRefusal refusal(ReviewedWaiver reviewed) {
        Waiver waiver = reviewed.waiver();
        WaiverTerms terms = policy.waivers();
        if (terms == null) {
            return WaiverRefusal.NO_TERMS;
        }
        boolean member = policy.role(terms.by())
                .map(Role::members)
                .filter(members -> members.contains(waiver.approver()))
                .isPresent();
        if (!member) {
            return WaiverRefusal.WRONG_APPROVER;
        }
        if (!reviewed.approvedBy().contains(waiver.approver())) {
            return WaiverRefusal.NOT_PROVED;
        }
        if (waiver.expires().isAfter(waiver.created().plus(terms.longest()))) {
            return WaiverRefusal.TOO_LONG;
        }
        Instant time = situation.assessment().time();
        if (time == null) {
            return WaiverRefusal.TIME_UNKNOWN;
        }
        if (time.isBefore(waiver.created())) {
            return WaiverRefusal.NOT_YET;
        }
        return time.isBefore(waiver.expires()) ? null : WaiverRefusal.EXPIRED;
    }
}
