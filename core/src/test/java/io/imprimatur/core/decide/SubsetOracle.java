package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.decision.Step;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of {@link Clearing} taken at its word: every subset of the steps is tried. What steps make of a quantity or
 * of a match is found by listing the values that it could have; what they make of findings and coverage by judging an
 * assessment without them. Sets of steps are bit masks.
 */
final class SubsetOracle {
    private final Assessment assessment;
    private final Situation situation;
    private final List<Rule> rules;
    private final List<Step> universe;
    private final Map<Condition, List<Condition>> matters = new HashMap<>();
    private final Map<List<Condition>, List<World>> worlds = new HashMap<>();
    private final Map<Condition, Truth> present = new HashMap<>();
    private final Map<Condition, Integer> concerns = new HashMap<>();
    private final Map<List<Condition>, Map<Integer, Boolean>> possible = new HashMap<>();
    private final Map<Step, Map<Integer, Boolean>> implied = new HashMap<>();
    private final Map<Condition, Map<Integer, Truth>> worked = new HashMap<>();

    /** One way that a quantity or a match can be: whether a condition holds there. */
    private interface World extends Predicate<Condition> {}

    SubsetOracle(List<Rule> rules, Assessment assessment, Situation situation) {
        this.rules = rules;
        this.assessment = assessment;
        this.situation = situation;
        Set<Condition> leaves = new LinkedHashSet<>();
        rules.forEach(rule -> collect(rule.when(), leaves));
        leaves.forEach(leaf -> present.put(leaf, Evaluator.truth(leaf, situation)));
        List<Condition> asked =
                leaves.stream().filter(leaf -> !isEvidence(leaf)).toList();
        asked.forEach(leaf -> matters.put(leaf, matter(leaf, asked)));
        matters.values().forEach(matter -> worlds.computeIfAbsent(matter, SubsetOracle::worlds));
        this.universe = universe(leaves);
        leaves.forEach(leaf -> concerns.put(
                leaf,
                mask(universe.stream().filter(step -> concerns(step, leaf)).toList())));
    }

    private static void collect(Condition condition, Set<Condition> leaves) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> collect(part, leaves));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> collect(part, leaves));
        } else {
            leaves.add(condition instanceof Condition.Not not ? not.condition() : condition);
        }
    }

    private List<Step> universe(Set<Condition> leaves) {
        Set<Step> steps = new LinkedHashSet<>();
        for (Condition leaf : leaves) {
            if (leaf instanceof ChangeCondition change) {
                steps.add(new Step.Establish(change, true));
                steps.add(new Step.Establish(change, false));
            } else if (leaf instanceof FindingExists wanted) {
                Missing.of(wanted.filter(), situation).forEach(missing -> steps.add(missing.remedy()));
            } else if (leaf instanceof TopicTouched topic) {
                for (ChangedFile file : situation.touching(topic.paths())) {
                    steps.add(new Step.LeaveOut(file.path()));
                    topic.topics()
                            .forEach(name -> situation
                                    .topic(name)
                                    .missing()
                                    .concerning(file)
                                    .forEach(missing -> steps.add(missing.remedy())));
                }
                unsure(topic).forEach(path -> steps.add(new Step.LeaveOut(path)));
            } else if (leaf instanceof NotRecorded missing) {
                missing.records().forEach(record -> steps.add(new Step.RecordProvenance(record)));
            } else if (leaf instanceof Frozen frozen) {
                frozen.freezes().forEach(freeze -> steps.add(new Step.Await(freeze)));
            } else if (leaf instanceof NotCovered wanted) {
                Missing.of(wanted, situation).forEach(missing -> steps.add(missing.remedy()));
            } else if (leaf instanceof RiskAtLeast risk) {
                steps.add(new Step.LowerRisk(risk.bound()));
            } else if (leaf instanceof AiConfidenceBelow below) {
                steps.add(new Step.RaiseConfidence(below.bound()));
            }
        }
        situation.findings().forEach(finding -> steps.add(new Step.FixFinding(finding)));
        for (Rule rule : rules) {
            if (rule.then() instanceof Effect.Review review) {
                steps.add(new Step.Approve(review.requirement()));
            } else if (rule.onUnknown() == OnUnknown.REVIEW) {
                steps.add(new Step.Approve(Requirement.ANYONE));
            }
        }
        return List.copyOf(steps);
    }

    List<Step> universe() {
        return universe;
    }

    int mask(List<Step> steps) {
        int mask = 0;
        for (Step step : steps) {
            int at = universe.indexOf(step);
            if (at < 0) {
                throw new AssertionError("not a step of the definition: " + step);
            }
            mask |= 1 << at;
        }
        return mask;
    }

    /** What each of the ways achieves, each once. */
    Set<Integer> ways() {
        List<Integer> clearing = IntStream.range(0, 1 << universe.size())
                .filter(this::clears)
                .map(this::achieved)
                .distinct()
                .boxed()
                .toList();
        return clearing.stream()
                .filter(way -> clearing.stream().noneMatch(other -> !other.equals(way) && (way & other) == other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean clears(int done) {
        return isPossible(done) && rules.stream().allMatch(rule -> isClear(rule, done));
    }

    private boolean isClear(Rule rule, int done) {
        Truth truth = truth(rule.when(), done);
        if (truth == Truth.FALSE) {
            return true;
        }
        if (rule.then() instanceof Effect.Review review) {
            return isApproved(review.requirement(), done);
        }
        return truth == Truth.UNKNOWN && rule.onUnknown() == OnUnknown.REVIEW && isApproved(Requirement.ANYONE, done);
    }

    private boolean isApproved(Requirement asked, int done) {
        return steps(done)
                .anyMatch(step -> step instanceof Step.Approve approve
                        && approve.requirement().approvals() >= asked.approvals()
                        && (asked.role() == null
                                || asked.role().equals(approve.requirement().role())));
    }

    private Stream<Step> steps(int done) {
        return IntStream.range(0, universe.size())
                .filter(i -> (done >> i & 1) == 1)
                .mapToObj(universe::get);
    }

    /** Every step that is done with these. */
    int achieved(int done) {
        int achieved = 0;
        for (int i = 0; i < universe.size(); i++) {
            if ((done >> i & 1) == 1 || isImplied(universe.get(i), done)) {
                achieved |= 1 << i;
            }
        }
        return achieved;
    }

    private boolean isImplied(Step step, int done) {
        if (step instanceof Step.Approve approve) {
            return isApproved(approve.requirement(), done);
        }
        if (step.equals(new Step.AddScanner(null, null))) {
            return steps(done)
                    .anyMatch(other -> other instanceof Step.AddScanner add
                            && (add.category() == null || !add.category().isTopic()));
        }
        Condition asked = asked(step);
        if (asked == null) {
            return false;
        }
        List<Condition> matter = matters.get(asked);
        return !here(matter, done).isEmpty() && left(matter, done).allMatch(world -> world.test(asked) == holds(step));
    }

    // ---- three-valued logic

    private Truth truth(Condition condition, int done) {
        if (condition instanceof Condition.All all) {
            return Collections.min(
                    all.conditions().stream().map(part -> truth(part, done)).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Collections.max(
                    any.conditions().stream().map(part -> truth(part, done)).toList());
        }
        if (condition instanceof Condition.Not not) {
            return switch (truth(not.condition(), done)) {
                case TRUE -> Truth.FALSE;
                case FALSE -> Truth.TRUE;
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }
        int concerning = done & concerns.get(condition);
        return worked.computeIfAbsent(condition, key -> new HashMap<>())
                .computeIfAbsent(
                        concerning,
                        key -> isEvidence(condition)
                                ? withoutEvidence(condition, concerning)
                                : inWorlds(condition, concerning));
    }

    private static boolean isEvidence(Condition leaf) {
        return leaf instanceof FindingExists
                || leaf instanceof NotCovered
                || leaf instanceof TopicTouched
                || leaf instanceof NotRecorded
                || leaf instanceof Frozen;
    }

    private boolean concerns(Step step, Condition leaf) {
        Condition asked = asked(step);
        return isEvidence(leaf)
                ? asked == null && !(step instanceof Step.Approve)
                : asked != null && matters.get(leaf).contains(asked);
    }

    private Truth withoutEvidence(Condition condition, int done) {
        List<Step> steps = steps(done).toList();
        if (condition instanceof NotRecorded missing) {
            return missing.records().stream()
                    .filter(record -> !steps.contains(new Step.RecordProvenance(record)))
                    .map(record -> Recorded.isMissing(record, situation))
                    .reduce(Truth.FALSE, Truth::or);
        }
        if (condition instanceof Frozen frozen) {
            return frozen.freezes().stream()
                    .filter(freeze -> !steps.contains(new Step.Await(freeze)))
                    .map(freeze -> Evaluator.isInForce(freeze, situation))
                    .reduce(Truth.FALSE, Truth::or);
        }
        Situation after = after(steps);
        if (condition instanceof TopicTouched topic) {
            Truth unsure = unsure(topic).anyMatch(path -> !steps.contains(new Step.LeaveOut(path)))
                    ? Truth.UNKNOWN
                    : Truth.FALSE;
            return situation.touching(topic.paths()).stream()
                    .filter(file -> !steps.contains(new Step.LeaveOut(file.path())))
                    .map(file -> Topics.truth(topic, file, after))
                    .reduce(unsure, Truth::or);
        }
        return Evaluator.truth(condition, after);
    }

    private Stream<RepoPath> unsure(TopicTouched topic) {
        return situation.unsure().stream().filter(path -> Globs.mayMatch(topic.paths(), path));
    }

    private Situation after(List<Step> steps) {
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            List<Finding> findings = report.findings().stream()
                    .filter(finding -> !steps.contains(new Step.FixFinding(finding)))
                    .toList();
            List<Gap> gaps = report.coverage().gaps().stream()
                    .filter(gap ->
                            !steps.contains(new Step.CloseGap(report.scanner().id(), gap)))
                    .toList();
            reports.add(new ScanReport(report.scanner(), findings, new Coverage(gaps)));
        }
        for (Step step : steps) {
            if (step instanceof Step.AddScanner add) {
                String id = add.scanner() == null ? "added-" + add.category() : add.scanner();
                // A scanner that is asked for by name, or just any, does not say what it looks for.
                Category category = add.category() == null ? new Category("unasked") : add.category();
                ScannerDescriptor scanner = new ScannerDescriptor(id, "1", List.of(category));
                reports.add(new ScanReport(scanner, List.of(), Coverage.COMPLETE));
            }
        }
        Assessment after = new Assessment(
                assessment.change(),
                assessment.provenance(),
                assessment.silence(),
                reports,
                assessment.risk(),
                assessment.facts(),
                assessment.time());
        return new Situation(after, situation.policy(), situation.silence());
    }

    private Truth inWorlds(Condition condition, int done) {
        List<Condition> matter = matters.get(condition);
        boolean changes =
                here(matter, done).stream().anyMatch(step -> present.get(asked(step)) != Truth.of(holds(step)));
        if (!changes) {
            return present.get(condition);
        }
        Set<Boolean> values =
                left(matter, done).map(world -> world.test(condition)).collect(Collectors.toSet());
        return values.size() > 1 ? Truth.UNKNOWN : Truth.of(values.contains(true));
    }

    // ---- matters and their worlds

    private boolean isPossible(int done) {
        return worlds.keySet().stream()
                .allMatch(matter -> left(matter, done).findAny().isPresent());
    }

    private List<Step> here(List<Condition> matter, int done) {
        return steps(done).filter(step -> matter.contains(asked(step))).toList();
    }

    private Stream<World> left(List<Condition> matter, int done) {
        List<Step> here = here(matter, done);
        return worlds.get(matter).stream()
                .filter(world -> here.stream().allMatch(step -> world.test(asked(step)) == holds(step)));
    }

    private static @Nullable Condition asked(Step step) {
        if (step instanceof Step.Establish establish) {
            return establish.condition();
        }
        if (step instanceof Step.LowerRisk lower) {
            return new RiskAtLeast(lower.below());
        }
        return step instanceof Step.RaiseConfidence raise ? new AiConfidenceBelow(raise.atLeast()) : null;
    }

    private static boolean holds(Step step) {
        return step instanceof Step.Establish establish && establish.holds();
    }

    private static List<Condition> matter(Condition condition, List<Condition> all) {
        Set<Condition> matter = new LinkedHashSet<>(Set.of(condition));
        while (matter.addAll(all.stream()
                .filter(other -> matter.stream().anyMatch(member -> isOneThing(member, other)))
                .toList())) {
            // until nothing is added
        }
        return all.stream().filter(matter::contains).toList();
    }

    private static boolean isOneThing(Condition one, Condition other) {
        if (one instanceof Files a && other instanceof Files b) {
            return !Collections.disjoint(a.filter().paths(), b.filter().paths());
        }
        return thing(one).equals(thing(other));
    }

    private static Object thing(Condition condition) {
        if (condition instanceof Size size) {
            return List.of(size.measure(), size.files());
        }
        if (condition instanceof AiShare share) {
            return List.of("share", share.files());
        }
        if (condition instanceof EmbedderFact fact) {
            return List.of(fact.name(), fact.test().getClass());
        }
        if (condition instanceof RiskAtLeast risk) {
            return risk.bound().getClass();
        }
        return condition.getClass();
    }

    /** Every value of a quantity as far as the bounds of the tests tell them apart; every set of patterns matched. */
    private static List<World> worlds(List<Condition> matter) {
        Condition first = matter.get(0);
        if (first instanceof Size) {
            return whole(
                    0,
                    9,
                    (condition, value) -> ((Size) condition).comparison().holds(value, ((Size) condition).bound()));
        }
        if (first instanceof AiShare) {
            List<World> worlds = shares((condition, value) ->
                    ((AiShare) condition).comparison().holds(value, ((AiShare) condition).bound()));
            worlds.add(condition -> false);
            return worlds;
        }
        if (first instanceof AiConfidenceBelow) {
            List<World> worlds =
                    shares((condition, value) -> value.compareTo(((AiConfidenceBelow) condition).bound()) < 0);
            worlds.add(condition -> false);
            return worlds;
        }
        if (first instanceof RiskAtLeast risk && risk.bound() instanceof RiskBound.OfValue) {
            return shares((condition, value) ->
                    value.compareTo(((RiskBound.OfValue) ((RiskAtLeast) condition).bound()).value()) >= 0);
        }
        if (first instanceof RiskAtLeast) {
            return Stream.of(RiskLevel.values())
                    .<World>map(level -> condition ->
                            level.compareTo(((RiskBound.OfLevel) ((RiskAtLeast) condition).bound()).level()) >= 0)
                    .toList();
        }
        if (first instanceof EmbedderFact fact && fact.test() instanceof FactTest.Compares) {
            return whole(-5, 15, (condition, value) -> {
                FactTest.Compares test = (FactTest.Compares) ((EmbedderFact) condition).test();
                return test.comparison().holds(value, test.bound());
            });
        }
        if (first instanceof EmbedderFact fact && fact.test() instanceof FactTest.Is) {
            return Stream.of(true, false)
                    .<World>map(
                            value -> condition -> ((FactTest.Is) ((EmbedderFact) condition).test()).value() == value)
                    .toList();
        }
        return matches(matter);
    }

    private interface Holds<T> {
        boolean holds(Condition condition, T value);
    }

    private static List<World> whole(long least, long most, Holds<Long> holds) {
        List<World> worlds = new ArrayList<>();
        for (long value = least; value <= most; value++) {
            long at = value;
            worlds.add(condition -> holds.holds(condition, at));
        }
        return worlds;
    }

    private static List<World> shares(Holds<Ratio> holds) {
        List<World> worlds = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 5) {
            Ratio at = Ratio.ofPercent(percent);
            worlds.add(condition -> holds.holds(condition, at));
        }
        return worlds;
    }

    /** A kind of thing is the set of patterns that it matches; a world is the kinds that there are. */
    private static List<World> matches(List<Condition> matter) {
        List<Glob> globs = matter.stream()
                .flatMap(condition -> globs(condition).stream())
                .distinct()
                .toList();
        List<Set<Glob>> kinds = IntStream.range(0, 1 << globs.size())
                .mapToObj(mask -> subset(globs, mask))
                .toList();
        boolean many = matter.get(0) instanceof Files || matter.get(0) instanceof Generated;
        return IntStream.range(0, 1 << kinds.size())
                .filter(mask -> many || Integer.bitCount(mask) == 1)
                .mapToObj(mask -> subset(kinds, mask))
                .<World>map(things -> condition -> things.stream()
                        .anyMatch(thing -> Collections.disjoint(thing, globs(condition)) == isOutside(condition)))
                .toList();
    }

    private static <T> Set<T> subset(List<T> values, int mask) {
        return IntStream.range(0, values.size())
                .filter(i -> (mask >> i & 1) == 1)
                .mapToObj(values::get)
                .collect(Collectors.toSet());
    }

    private static boolean isOutside(Condition condition) {
        return condition instanceof Generated generated && generated.match() == Match.NOT_IN;
    }

    private static List<Glob> globs(Condition condition) {
        if (condition instanceof Files files) {
            return files.filter().paths();
        }
        if (condition instanceof Target target) {
            return target.globs();
        }
        if (condition instanceof Generated generated) {
            return generated.patterns().stream()
                    .map(pattern -> Objects.requireNonNull(pattern.model()))
                    .toList();
        }
        return ((FactTest.Matches) ((EmbedderFact) condition).test()).globs();
    }
}
