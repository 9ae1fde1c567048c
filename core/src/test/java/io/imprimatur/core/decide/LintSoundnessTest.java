package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.FileKind;
import io.imprimatur.core.policy.lint.PolicyLint;
import io.imprimatur.core.policy.lint.Remark;
import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.provenance.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the lint says of rules, held to what they do on thousands of small assessments. The seeds are fixed. */
class LintSoundnessTest {
    private static final int POLICIES = 1_000;
    private static final Instant IN_FREEZE = Instant.parse("2026-12-25T00:00:00Z");

    private final Random random = new Random(20_261_125);
    private final SmallWorld world = new SmallWorld(random);
    /** Made once: to make one costs more than to judge it. */
    private final List<Assessment> assessments =
            Stream.generate(this::assessment).limit(2_000).toList();

    private final Map<Kind, Integer> said = new EnumMap<>(Kind.class);

    @Test
    void whatIsSaidNeverToHoldNeverHoldsAndWhatIsSaidAlwaysToActAlwaysActs() {
        for (int i = 0; i < 4 * POLICIES; i++) {
            Policy policy = policy(3, 3);
            List<Remark> remarks = remarks(policy);
            for (int j = 0; j < 8 && !remarks.isEmpty(); j++) {
                Situation situation = situation(policy);
                for (Remark remark : remarks) {
                    Truth truth = truth(policy, remark, situation);
                    if (remark.kind() == Kind.NEVER_FIRES) {
                        assertThat(truth).as("%s in %s", remark, policy).isNotEqualTo(Truth.TRUE);
                    }
                    if (remark.kind() == Kind.ALWAYS_FIRES) {
                        assertThat(truth).as("%s in %s", remark, policy).isNotEqualTo(Truth.FALSE);
                    }
                }
            }
        }
        assertThat(said.get(Kind.NEVER_FIRES)).isGreaterThan(100);
        assertThat(said.get(Kind.ALWAYS_FIRES)).isGreaterThan(100);
    }

    @Test
    void aRuleThatIsSaidToBeCoveredIsNeverFurtherFromFalseThanTheRuleThatCoversIt() {
        for (int i = 0; i < 12 * POLICIES; i++) {
            Condition one = i % 4 == 0 ? condition(2) : leaf();
            Condition two = i % 4 == 0 ? loosened(one, condition(0)) : another(one);
            Effect effect = new Effect.Review(Requirement.ANYONE);
            Policy policy = around(List.of(Rule.of("one", one, effect), Rule.of("two", two, effect)));
            for (Remark remark : remarks(policy)) {
                if (remark.kind() == Kind.COVERED) {
                    Condition cover = remark.words().startsWith("rule one ") ? one : two;
                    for (int j = 0; j < 20; j++) {
                        Situation situation = situation(policy);
                        assertThat(rank(truth(policy, remark, situation)))
                                .as("%s in %s", remark, policy)
                                .isLessThanOrEqualTo(rank(Evaluator.truth(cover, situation)));
                    }
                }
            }
        }
        assertThat(said.get(Kind.COVERED)).isGreaterThan(300);
    }

    @Test
    void withoutTheRulesThatAreSaidToBeCoveredEveryDecisionAsksForTheSame() {
        for (int i = 0; i < POLICIES / 2; i++) {
            Policy policy = varied(world.policy(Silence.UNKNOWN));
            Set<String> covered = new HashSet<>();
            for (Remark remark : remarks(policy)) {
                if (remark.kind() == Kind.COVERED || remark.kind() == Kind.ENFORCED_TWIN) {
                    covered.add(remark.rule());
                }
            }
            Policy less = policy.with(policy.rules().stream()
                    .filter(rule -> !covered.contains(rule.id()))
                    .toList());
            for (int j = 0; j < 8 && !covered.isEmpty(); j++) {
                Assessment assessment = world.assessment(Silence.UNKNOWN);
                Decision before = decide(policy, assessment);
                Decision after = decide(less, assessment);
                assertThat(after.verdict())
                        .as("without %s of %s", covered, policy)
                        .isEqualTo(before.verdict());
                assertThat(after.obligations()).isEqualTo(before.obligations());
                assertThat(before.requirements())
                        .as("without %s of %s", covered, policy)
                        .allSatisfy(requirement ->
                                assertThat(after.requirements()).anyMatch(remaining -> remaining.covers(requirement)));
            }
        }
        assertThat(said.get(Kind.COVERED)).isGreaterThan(100);
        assertThat(said.get(Kind.ENFORCED_TWIN)).isGreaterThan(20);
    }

    @Test
    void whereRulesAreSaidToContradictEachOtherNoChangeIsAllowed() {
        for (int i = 0; i < 2 * POLICIES; i++) {
            ChangeCondition fact = world.changeCondition();
            ChangeCondition other = random.nextBoolean() ? fact : world.changeCondition();
            Policy policy = Policy.builder("small")
                    .block(
                            "one",
                            random.nextBoolean() ? fact : new Condition.Any(List.of(fact, world.changeCondition())))
                    .block("two", new Condition.Not(other))
                    .build();
            if (remarks(policy).stream().anyMatch(remark -> remark.kind() == Kind.CONTRADICTION)) {
                for (int j = 0; j < 8; j++) {
                    assertThat(decide(policy, world.assessment(Silence.UNKNOWN)).verdict())
                            .as("%s", policy)
                            .isEqualTo(Verdict.BLOCK);
                }
            }
        }
        assertThat(said.get(Kind.CONTRADICTION)).isGreaterThan(100);
    }

    private List<Remark> remarks(Policy policy) {
        List<Remark> remarks = PolicyLint.of(policy);
        remarks.forEach(remark -> said.merge(remark.kind(), 1, Integer::sum));
        return remarks;
    }

    private static Decision decide(Policy policy, Assessment assessment) {
        return new Decider(policy, new PolicyOrigin.Caller("test")).decide(assessment);
    }

    private static Truth truth(Policy policy, Remark remark, Situation situation) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(remark.rule()))
                .map(rule -> Evaluator.truth(rule.when(), situation))
                .findFirst()
                .orElse(Truth.UNKNOWN);
    }

    private static int rank(Truth truth) {
        return switch (truth) {
            case FALSE -> 0;
            case UNKNOWN -> 1;
            case TRUE -> 2;
        };
    }

    private Situation situation(Policy policy) {
        Assessment assessment = world.pick(assessments);
        return new Situation(assessment, policy, assessment.silence());
    }

    private Assessment assessment() {
        Assessment given = world.assessment(world.pick(List.of(Silence.values())));
        Instant time = world.pick(List.of(IN_FREEZE, Instant.EPOCH));
        return new Assessment(
                given.change(),
                given.provenance(),
                given.silence(),
                given.reports(),
                given.risk(),
                given.facts(),
                random.nextInt(3) == 0 ? null : time);
    }

    private Policy policy(int rules, int depth) {
        return around(Stream.iterate(1, i -> i + 1)
                .limit(rules)
                .map(i -> Rule.of("rule-" + i, condition(depth), new Effect.Block()))
                .toList());
    }

    private static Policy around(List<Rule> rules) {
        Policy.Builder policy = Policy.builder("small")
                .topic("drawn", new Glob("auth/**"))
                .freeze("now", new TimeWindow.Span(IN_FREEZE, IN_FREEZE.plusSeconds(1)))
                .freeze("later", new TimeWindow.Span(IN_FREEZE.plusSeconds(9), IN_FREEZE.plusSeconds(10)));
        SmallWorld.FREEZES.forEach(
                freeze -> policy.freeze(freeze.id(), freeze.windows().toArray(TimeWindow[]::new)));
        rules.forEach(policy::rule);
        return policy.build();
    }

    /** The same policy with rules that differ in all that makes one cover another. */
    private Policy varied(Policy policy) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            for (int i = 0; i < 2; i++) {
                Rule made = Rule.of(
                                rule.id() + "-" + i,
                                i == 0 ? rule.when() : loosened(rule.when(), world.condition(0)),
                                rule.then() instanceof Effect.Oblige ? new Effect.Block() : rule.then())
                        .with(world.pick(List.of(Enforcement.ENFORCE, Enforcement.ENFORCE, Enforcement.WARN)))
                        .with(world.pick(List.of(OnUnknown.values())));
                rules.add(random.nextInt(4) == 0 ? made.obliging(new Obligation.Label("x")) : made);
            }
        }
        return policy.with(rules);
    }

    /** A condition that often follows from another. */
    private Condition loosened(Condition condition, Condition other) {
        return switch (random.nextInt(3)) {
            case 0 -> condition;
            case 1 -> new Condition.Any(List.of(other, condition));
            default ->
                condition instanceof Condition.All all
                        ? all.conditions().get(random.nextInt(all.conditions().size()))
                        : condition;
        };
    }

    /** A condition of the same kind: of two by chance, one would seldom follow from the other. */
    private Condition another(Condition leaf) {
        return Stream.generate(this::leaf)
                .filter(other -> other.getClass().equals(leaf.getClass()))
                .findFirst()
                .orElseThrow();
    }

    private Condition condition(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return leaf();
        }
        List<Condition> parts = Stream.generate(() -> condition(depth - 1))
                .limit(2 + random.nextInt(2))
                .toList();
        return kind == 1 ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition leaf() {
        ChangeCondition change = random.nextInt(3) == 0 ? moreOfChange() : world.changeCondition();
        return switch (random.nextInt(4)) {
            case 0 -> world.evidence();
            case 1 -> moreEvidence();
            case 2 -> change;
            default -> new Condition.Not(change);
        };
    }

    private List<Glob> globs() {
        return Stream.of("**", "auth/**", "*/b", "src/c")
                .filter(glob -> random.nextInt(3) == 0)
                .map(Glob::new)
                .toList();
    }

    /** Kinds that the small world's own policies leave out. */
    private ChangeCondition moreOfChange() {
        FileFilter filter = new FileFilter(
                globs(), globs(), random.nextInt(3) == 0 ? List.of(FileKind.DOCUMENTATION) : List.of(), List.of());
        GenerationPattern pattern = world.pick(List.of(
                GenerationPattern.ofModel(new Glob("m/*")),
                GenerationPattern.ofModel(new Glob("m/good")),
                GenerationPattern.ofRegion(new Glob("eu-*")),
                new GenerationPattern(new Glob("m/*"), null, null, new Glob("eu-*"), null)));
        return switch (random.nextInt(3)) {
            case 0 ->
                filter.isAny() ? ChangeCondition.Files.in(List.of(new Glob("**"))) : new ChangeCondition.Files(filter);
            case 1 -> new ChangeCondition.Generated(world.pick(List.of(Match.values())), List.of(pattern));
            default -> new ChangeCondition.EmbedderFact("flag", new FactTest.Is(random.nextBoolean()));
        };
    }

    private EvidenceCondition moreEvidence() {
        return switch (random.nextInt(5)) {
            case 0 ->
                new EvidenceCondition.TopicTouched(
                        random.nextBoolean() ? List.of("drawn") : List.of("drawn", "open"),
                        globs(),
                        random.nextBoolean() ? null : Ratio.ofPercent(world.pick(List.of(1, 50))));
            case 1 ->
                new EvidenceCondition.Frozen(
                        world.pick(List.of(List.of("now"), List.of("later"), List.of("later", "now"))));
            case 2 ->
                new EvidenceCondition.NotRecorded(world.pick(List.of(
                        List.of(Recording.AUTHORSHIP),
                        List.of(Recording.MODEL),
                        List.of(Recording.MODEL, Recording.AUTHORSHIP, Recording.CONFIDENCE))));
            case 3 ->
                new EvidenceCondition.FindingExists(
                        FindingFilter.builder()
                                .categories(world.pick(
                                        List.of(new Category[0], new Category[] {Category.SECRET}, new Category[] {
                                            Category.SECRET, Category.STYLE
                                        })))
                                .scanners(world.pick(
                                        List.of(new String[0], new String[] {"one"}, new String[] {"one", "absent"})))
                                .severity(world.pick(List.of(Severity.INFO, Severity.HIGH)))
                                .paths(globs().toArray(Glob[]::new))
                                .build(),
                        1 + random.nextInt(2));
            default ->
                new EvidenceCondition.NotCovered(
                        world.pick(List.of(List.of(), List.of("one"), List.of("absent", "one"))),
                        world.pick(
                                List.of(List.of(), List.of(Category.SECRET), List.of(Category.SECRET, Category.STYLE))),
                        globs());
        };
    }
}
