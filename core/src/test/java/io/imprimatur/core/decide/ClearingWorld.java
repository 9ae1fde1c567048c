package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policies whose rules ask about the same few things, often the opposite of one another, and assessments for them. */
final class ClearingWorld {
    private static final String FLAG_FACT = "frozen";

    private final Random random;
    private final SmallWorld small;

    ClearingWorld(Random random) {
        this.random = random;
        this.small = new SmallWorld(random);
    }

    Assessment assessment() {
        List<Fact> facts = new ArrayList<>(small.facts());
        if (random.nextBoolean()) {
            facts.add(new Fact(FLAG_FACT, new FactValue.Flag(random.nextBoolean()), "test"));
        }
        return SmallWorld.assessment(
                small.change(),
                small.provenance(),
                Silence.UNKNOWN,
                random.nextBoolean() ? List.of() : small.reports(),
                facts,
                null);
    }

    List<Rule> rules() {
        List<Condition> leaves = leaves();
        return IntStream.rangeClosed(1, 2 + random.nextInt(3))
                .mapToObj(i -> Rule.of("rule-" + i, condition(leaves, random.nextInt(3)), effect())
                        .with(small.pick(List.of(OnUnknown.values()))))
                .toList();
    }

    private Effect effect() {
        return small.pick(List.of(
                new Effect.Block(),
                new Effect.Block(),
                new Effect.Review(Requirement.ANYONE),
                new Effect.Review(Requirement.of(null, 2)),
                new Effect.Review(Requirement.of("security", 1)),
                new Effect.Review(Requirement.of("security", 2))));
    }

    private Condition condition(List<Condition> leaves, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            Condition leaf = small.pick(leaves);
            return leaf instanceof ChangeCondition change && random.nextBoolean() ? new Condition.Not(change) : leaf;
        }
        List<Condition> parts = Stream.generate(() -> condition(leaves, depth - 1))
                .limit(1 + random.nextInt(3))
                .toList();
        return kind == 1 ? new Condition.All(parts) : new Condition.Any(parts);
    }

    /** Half of the worlds ask about one thing alone, and more of it. */
    private List<Condition> leaves() {
        boolean alone = random.nextBoolean();
        List<Condition> leaves = new ArrayList<>();
        for (int things = alone ? 1 : 2 + random.nextInt(2); things > 0; things--) {
            int thing = random.nextInt(12);
            for (int conditions = (alone ? 2 : 1) + random.nextInt(3); conditions > 0; conditions--) {
                leaves.add(leaf(thing));
            }
        }
        return leaves;
    }

    private Condition leaf(int thing) {
        Comparison comparison = small.pick(List.of(Comparison.values()));
        Ratio ratio = Ratio.ofPercent(small.pick(List.of(0, 20, 30, 50, 100)));
        return switch (thing) {
            case 0 ->
                new ChangeCondition.Size(
                        FileFilter.ANY, Measure.FILES, comparison, small.pick(List.of(0L, 1L, 2L, 3L)));
            case 1 ->
                new ChangeCondition.Size(
                        FileFilter.ANY, Measure.ADDED_LINES, comparison, small.pick(List.of(0L, 3L, 4L)));
            case 2 -> new ChangeCondition.AiShare(FileFilter.ANY, comparison, ratio);
            case 3 -> ChangeCondition.Files.in(globs("auth/**", "src/**", "*/b"));
            case 4 -> new ChangeCondition.Target(globs("main", "release/*"));
            case 5 ->
                ChangeCondition.Generated.byModel(small.pick(List.of(Match.values())), globs("m/good", "m/*", "other"));
            case 6 ->
                new ChangeCondition.EmbedderFact(
                        SmallWorld.NUMBER_FACT, new FactTest.Compares(comparison, small.pick(List.of(5L, 6L))));
            case 7 ->
                random.nextBoolean()
                        ? new ChangeCondition.EmbedderFact(FLAG_FACT, new FactTest.Is(random.nextBoolean()))
                        : new ChangeCondition.EmbedderFact(
                                SmallWorld.TEXT_FACT, new FactTest.Matches(globs("red", "b*")));
            case 8 ->
                random.nextBoolean()
                        ? new EvidenceCondition.AiConfidenceBelow(ratio)
                        : new EvidenceCondition.RiskAtLeast(
                                random.nextBoolean()
                                        ? new RiskBound.OfValue(ratio)
                                        : new RiskBound.OfLevel(small.pick(List.of(RiskLevel.values()))));
            case 9 ->
                switch (random.nextInt(3)) {
                    case 0 ->
                        new EvidenceCondition.TopicTouched(
                                small.pick(List.of(List.of("auth"), List.of("payments"))),
                                random.nextBoolean() ? List.of() : globs("auth/**", "src/**"),
                                random.nextBoolean() ? null : ratio);
                    case 1 ->
                        new EvidenceCondition.NotRecorded(List.of(
                                small.pick(List.of(Recording.values())), small.pick(List.of(Recording.values()))));
                    default -> new EvidenceCondition.Frozen(List.of("weekends"));
                };
            default -> small.evidence();
        };
    }

    private List<Glob> globs(String... patterns) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> new Glob(small.pick(List.of(patterns))))
                .distinct()
                .toList();
    }
}
