package io.imprimatur.core.decide;

import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest sets of steps that clear a change.
 *
 * <p><b>Steps.</b> For each fact of the change or its provenance that a rule which counts asks about: establish that it
 * holds, or that it does not. For each finding: fix it. For each thing not covered: close the gap or add the scanner. For
 * each file that may be about a topic: leave it out. For each thing not recorded: record it. For each freeze: await its end.
 * For each bound on risk or confidence: bring it there. For each rule that asks for a review, or would where its condition is
 * unknown: its approvals. Rules that do not fire are asked as well, for a step may make them fire.
 *
 * <p><b>What steps do.</b> Conditions that are about one thing ({@link Logic}) are one {@link Matter}. A set of steps
 * changes a matter if one of its steps asks there for what is not so; then a condition of that matter is what the steps
 * together imply, and unknown where they leave it open. Every other condition stays what it is: a fixed finding does not
 * lower the risk, a smaller change does not touch fewer paths, unless a step says so. A fixed finding, a closed gap and an
 * added scanner are gone from conditions on findings, topics and coverage; a file left out, a record made and a freeze
 * awaited from those on topics, records and freezes. A set is possible if its steps can be true together.
 *
 * <p><b>What clears.</b> A possible set of steps clears the change if under it each rule that counts is false, or asks for
 * a review whose requirement the approvals among the steps meet ({@link Implication}); a rule softened by {@code on-unknown}
 * asks for one where it is unknown. A rule that a waiver lifts stays lifted unless one of the steps asks for what is not so
 * in a matter that the rule is about: then it may fire on more than is waived, and is to be cleared like any other. One set
 * achieves another if it implies each of its steps. The ways are the clearing
 * sets that achieve no other clearing set; of those that achieve one another, one, without steps that the others imply.
 *
 * <p><b>How.</b> Starting from no step, take the first rule that is not clear, and branch over the least steps towards
 * clearing it. Whoever achieves all that is done and clears the change achieves one of the branches as well, so no way is
 * missed. Branches that differ least from always taking the smallest are followed first, so that where there are
 * too many to follow, the smallest are among those found. Bounded by counts, never by time. Pure.
 */
final class Clearing {
    /** More ways than this are not listed. */
    static final int MAX_WAYS = 500;

    /** More sets of steps than this are not looked at. */
    static final int MAX_LOOKS = 10_000;

    /** More sets of steps than this are not remembered. */
    static final int MAX_SEEN = 40_000;

    /** More room than this, in steps, the sets that are remembered do not take: 25 MB. */
    static final long MAX_ROOM = 200_000_000;

    /** More often than this a condition is not worked out. */
    static final int MAX_WORK = 200_000;

    /** More often than this it is not looked at what a condition is. */
    static final long MAX_LOOKED = 20_000_000;

    private final Outlook outlook;
    private final Ways ways = new Ways();
    private final Set<BitSet> seen = new HashSet<>();
    private long room;
    private final PriorityQueue<Branch> open = new PriorityQueue<>(Clearing::leastDetour);

    private Clearing(Outlook outlook) {
        this.outlook = outlook;
    }

    /**
     * Steps taken one set after another.
     *
     * @param before the branch that it goes on from; none for the first
     * @param taken the steps taken last
     * @param done all the steps that are done then
     * @param detour by how much it differs from always taking the smallest
     * @param number the later the higher
     */
    private record Branch(@Nullable Branch before, BitSet taken, BitSet done, int detour, int number) {
        List<BitSet> sets() {
            List<BitSet> sets = new ArrayList<>();
            for (Branch branch = this; branch != null; branch = branch.before()) {
                sets.add(0, branch.taken());
            }
            return sets;
        }
    }

    /** The last first among equals. */
    private static int leastDetour(Branch one, Branch other) {
        int order = Integer.compare(one.detour(), other.detour());
        return order != 0 ? order : Integer.compare(other.number(), one.number());
    }

    static Unblock of(List<Rule> rules, List<FiredRule> fired, Situation situation) {
        if (!stops(fired)) {
            return Unblock.NOTHING;
        }
        List<Rule> counting = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.enforcement() == Enforcement.ENFORCE && !(rule.then() instanceof Effect.Oblige)) {
                counting.add(rule);
            }
        }
        return new Clearing(new Outlook(counting, fired, situation)).search();
    }

    private static boolean stops(List<FiredRule> fired) {
        for (FiredRule rule : fired) {
            if (rule.counts() && rule.verdict() != Verdict.ALLOW) {
                return true;
            }
        }
        return false;
    }

    private Unblock search() {
        open.add(new Branch(null, new BitSet(), new BitSet(), 0, 0));
        int looks = 0;
        boolean complete = true;
        while (complete && !open.isEmpty()) {
            Branch branch = open.remove();
            if (!ways.isAchievedBy(branch.done())) {
                List<BitSet> next = outlook.ways(branch.done()).orElse(null);
                if (next == null) {
                    found(branch);
                } else {
                    follow(branch, next);
                }
            }
            looks++;
            complete = looks <= MAX_LOOKS
                    && seen.size() <= MAX_SEEN
                    && room <= MAX_ROOM
                    && outlook.work() <= MAX_WORK
                    && outlook.looked() <= MAX_LOOKED
                    && ways.size() <= MAX_WAYS;
        }
        return new Unblock(ways.smallest(MAX_WAYS), complete);
    }

    private void follow(Branch branch, List<BitSet> next) {
        List<BitSet> bySize = new ArrayList<>(next);
        // A stable sort: approvals come first among equals.
        bySize.sort(Comparator.comparingInt(set -> more(set, branch.done())));
        // The last in is the first out.
        for (int i = bySize.size() - 1; i >= 0; i--) {
            BitSet taken = bySize.get(i);
            int longer = more(taken, branch.done()) - more(bySize.get(0), branch.done());
            int detour = branch.detour() + (i == 0 ? 0 : Math.max(1, longer));
            BitSet done = outlook.with(branch.done(), taken).orElse(null);
            if (done != null && seen.add(done)) {
                room += taken.size() + done.size();
                open.add(new Branch(branch, taken, done, detour, seen.size()));
            }
        }
    }

    private static int more(BitSet steps, BitSet done) {
        BitSet more = (BitSet) steps.clone();
        more.andNot(done);
        return more.cardinality();
    }

    /** What a later set has made needless is left out again. */
    private void found(Branch branch) {
        List<BitSet> sets = branch.sets();
        BitSet done = branch.done();
        for (BitSet set : List.copyOf(sets)) {
            List<BitSet> others = new ArrayList<>(sets);
            others.remove(set);
            BitSet without = together(others);
            if (without != null && outlook.isClear(without)) {
                sets = others;
                done = without;
            }
        }
        ways.add(new Ways.Way(outlook.steps(sets), done));
    }

    private @Nullable BitSet together(List<BitSet> sets) {
        BitSet all = new BitSet();
        for (BitSet set : sets) {
            all.or(set);
        }
        return outlook.with(new BitSet(), all).orElse(null);
    }
}
