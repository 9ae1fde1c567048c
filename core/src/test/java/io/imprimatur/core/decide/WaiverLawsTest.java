package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Digest;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.ReviewedWaiver;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Waivers loosen what they name, on the policy's terms, and nothing else. */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
class WaiverLawsTest {
    private static final Instant TIME = Instant.parse("2026-12-20T10:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(90);

    @Property(tries = 800)
    void aHardRuleIsNeverTouched(@ForAll("cases") Case given) {
        assertThat(hard(given.decision())).isEqualTo(hard(given.without()));
        Statistics.label("a hard rule fires").collect(!hard(given.without()).isEmpty());
        Statistics.label("a hard rule fires").coverage(c -> c.check(true).percentage(p -> p > 20));
    }

    @Property(tries = 800)
    void neverMilderThanAnyCompletionOfWhatIsUnknown(@ForAll("cases") Case given, @ForAll Random random) {
        Verdict verdict = given.decision().verdict();
        Completions completions = new Completions(Choice.at(random), given.policy());
        for (int i = 0; i < 10; i++) {
            Assessment completed = completions.complete(given.assessment());
            assertThat(verdict)
                    .as("%s against the completion %s", given, completed)
                    .isGreaterThanOrEqualTo(new Case(completed, given.policy(), given.waivers())
                            .decision()
                            .verdict());
        }
    }

    @Property(tries = 1200)
    void onlyWhatAWaiverNamesChanges(@ForAll("cases") Case given) {
        Decision decision = given.decision();
        Decision without = given.without();
        Set<Fingerprint> waived = new HashSet<>();
        Set<String> lifted = new HashSet<>();
        for (WaiverUse use : decision.waivers()) {
            use.findings().stream().map(Finding::fingerprint).forEach(waived::add);
            use.lifted().forEach(rule -> lifted.add(rule.rule().id()));
            if (use.waiver().scope() instanceof Waiver.OfFinding scope) {
                assertThat(use.findings())
                        .allMatch(finding -> finding.fingerprint().equals(scope.fingerprint()));
                assertThat(use.lifted())
                        .allMatch(rule -> rule.reasons().stream()
                                .anyMatch(reason -> scope.fingerprint().equals(reason.fingerprint())));
            } else if (use.waiver().scope() instanceof Waiver.OfRule scope) {
                assertThat(use.lifted()).allMatch(rule -> rule.rule().id().equals(scope.rule()));
                assertThat(use.lifted().stream().flatMap(rule -> rule.reasons().stream()))
                        .allMatch(reason ->
                                Globs.match(scope.paths(), reason.location().path()));
            }
        }
        Map<String, FiredRule> before = byId(without);
        Map<String, FiredRule> after = byId(decision);
        assertThat(before.keySet()).containsAll(after.keySet());
        before.forEach((id, fired) -> {
            FiredRule now = after.get(id);
            if (now == null) {
                assertThat(lifted).contains(id);
            } else {
                List<Reason> rest = fired.reasons().stream()
                        .filter(reason -> !waived.contains(reason.fingerprint())
                                || fired.rule().hard())
                        .toList();
                // Where all of several hold no longer, the others are no reasons either.
                if (!joins(fired.rule().when())) {
                    assertThat(now.reasons()).containsAll(rest);
                }
                assertThat(fired.reasons()).containsAll(now.reasons());
            }
        });
        assertThat(Collections.disjoint(lifted, after.keySet())).isTrue();
        assertThat(decision.verdict()).isLessThanOrEqualTo(without.verdict());
        boolean counts = decision.waivers().stream().anyMatch(WaiverUse::counts);
        assertThat(decision.subject().equals(without.subject())).isEqualTo(!counts);
        Statistics.label("lifts").collect(!lifted.isEmpty());
        Statistics.label("lifts").coverage(c -> c.check(true).percentage(p -> p > 3));
    }

    @Property(tries = 400)
    void anExpiredWaiverChangesNothing(@ForAll("cases") Case given) {
        assertChangesNothing(
                given.with(waiver -> dated(waiver, TIME.minus(Duration.ofDays(40)), TIME)), WaiverRefusal.EXPIRED);
    }

    @Property(tries = 400)
    void aWaiverOfTomorrowChangesNothing(@ForAll("cases") Case given) {
        assertChangesNothing(
                given.with(waiver -> dated(waiver, TIME.plusNanos(1), TIME.plus(Duration.ofDays(4)))),
                WaiverRefusal.NOT_YET);
    }

    @Property(tries = 400)
    void aWaiverThatIsTooLongChangesNothing(@ForAll("cases") Case given) {
        assertChangesNothing(
                given.with(waiver -> dated(waiver, TIME, TIME.plus(LONGEST).plusNanos(1))), WaiverRefusal.TOO_LONG);
    }

    @Property(tries = 400)
    void anUnprovedWaiverChangesNothing(@ForAll("cases") Case given) {
        assertChangesNothing(
                new Case(
                        given.assessment(),
                        given.policy(),
                        ReviewedWaiver.of(
                                given.waivers().stream()
                                        .map(ReviewedWaiver::waiver)
                                        .toList(),
                                WaiverProof.NONE)),
                WaiverRefusal.NOT_PROVED);
    }

    @Property(tries = 400)
    void withoutATimeNoWaiverChangesAnything(@ForAll("cases") Case given) {
        Assessment all = given.assessment();
        Assessment timeless = new Assessment(
                all.change(), all.provenance(), all.silence(), all.reports(), all.risk(), all.facts(), null);
        assertChangesNothing(new Case(timeless, given.policy(), given.waivers()), WaiverRefusal.TIME_UNKNOWN);
    }

    @Property(tries = 400)
    void withoutTermsNoWaiverChangesAnything(@ForAll("cases") Case given) {
        Policy strict = policy(given.policy().rules(), given.policy().silence(), null);
        assertChangesNothing(new Case(given.assessment(), strict, given.waivers()), WaiverRefusal.NO_TERMS);
    }

    private static void assertChangesNothing(Case given, WaiverRefusal refusal) {
        Decision decision = given.decision();
        assertThat(without(decision)).isEqualTo(given.without());
        assertThat(decision.waivers())
                .extracting(WaiverUse::refusal)
                .allMatch(each -> each == refusal || FIRST.contains(each));
        Statistics.label("refused").collect(decision.waivers().stream().anyMatch(use -> use.refusal() == refusal));
        Statistics.label("refused").coverage(c -> c.check(true).percentage(p -> p > 10));
    }

    /** What is told before what a property is about. */
    private static final Set<WaiverRefusal> FIRST = Set.of(WaiverRefusal.HARD, WaiverRefusal.WRONG_APPROVER);

    private static List<FiredRule> hard(Decision decision) {
        return decision.fired().stream().filter(fired -> fired.rule().hard()).toList();
    }

    /** Whether a part of a condition is several that must all hold. */
    private static boolean joins(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(WaiverLawsTest::joins);
        }
        return condition instanceof Condition.All all
                && (all.conditions().size() > 1 || joins(all.conditions().get(0)));
    }

    private static Map<String, FiredRule> byId(Decision decision) {
        Map<String, FiredRule> fired = new TreeMap<>();
        decision.fired().forEach(rule -> fired.put(rule.rule().id(), rule));
        return fired;
    }

    private static Decision without(Decision decision) {
        return new Decision(
                decision.verdict(),
                decision.subject(),
                decision.policy(),
                decision.fired(),
                decision.requirements(),
                decision.obligations(),
                decision.assumptions(),
                decision.excluded(),
                decision.unblock());
    }

    private static Waiver dated(Waiver waiver, Instant created, Instant expires) {
        return new Waiver(
                waiver.id(), waiver.scope(), waiver.reason(), waiver.approver(), created, expires, null, Position.NONE);
    }

    private static Policy policy(List<Rule> rules, Silence silence, WaiverTerms terms) {
        return new Policy(
                "waived",
                1,
                null,
                silence,
                Map.of(),
                List.of(new Role("waivers", List.of("ada"))),
                Map.of(),
                SmallWorld.FREEZES,
                terms,
                rules,
                List.of(),
                List.of());
    }

    record Case(Assessment assessment, Policy policy, List<ReviewedWaiver> waivers) {
        Decision decision() {
            return new Decider(policy, new PolicyOrigin.Starter(), waivers).decide(assessment);
        }

        Decision without() {
            return new Decider(policy, new PolicyOrigin.Starter()).decide(assessment);
        }

        Case with(UnaryOperator<Waiver> change) {
            return new Case(
                    assessment,
                    policy,
                    waivers.stream()
                            .map(each -> new ReviewedWaiver(change.apply(each.waiver()), each.approvedBy()))
                            .toList());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> {
            SmallWorld world = new SmallWorld(random);
            Silence silence = world.pick(List.of(Silence.values()));
            Assessment plain = world.assessment(silence);
            Assessment timed = new Assessment(
                    plain.change(),
                    plain.provenance(),
                    plain.silence(),
                    plain.reports(),
                    plain.risk(),
                    plain.facts(),
                    TIME);
            List<Rule> rules = world.policy(silence).rules().stream()
                    .map(rule -> Rule.of(rule.id(), condition(world, random, rule.when()), effect(rule)))
                    .map(rule -> random.nextInt(3) == 0 ? rule.hardened() : rule)
                    .toList();
            return new Case(
                    timed, policy(rules, silence, new WaiverTerms("waivers", LONGEST)), waivers(world, random, timed));
        });
    }

    private static Effect effect(Rule rule) {
        return rule.then() instanceof Effect.Oblige ? new Effect.Block() : rule.then();
    }

    /** Any, or often one that a waiver may lift: on paths, or on the findings of one scanner. */
    private static Condition condition(SmallWorld world, Random random, Condition any) {
        return switch (random.nextInt(4)) {
            case 0 -> any;
            case 1 -> Files.in(List.of(new Glob(world.pick(List.of("auth/**", "docs/**", "src/**")))));
            default ->
                FindingExists.of(FindingFilter.builder()
                        .scanners(world.pick(List.of("one", "two", "three")))
                        .build());
        };
    }

    private static List<ReviewedWaiver> waivers(SmallWorld world, Random random, Assessment assessment) {
        List<Finding> findings = new ArrayList<>();
        assessment.reports().forEach(report -> findings.addAll(report.findings()));
        List<ReviewedWaiver> waivers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Waiver.Scope scope = random.nextBoolean() && !findings.isEmpty()
                    ? ofFinding(random, assessment, world.pick(findings))
                    : new Waiver.OfRule(
                            world.pick(List.of("rule-1", "rule-2", "rule-3")),
                            List.of(new Glob(world.pick(List.of("auth/**", "**", "*/b")))));
            String approver = random.nextInt(6) == 0 ? "eve" : "ada";
            waivers.add(new ReviewedWaiver(
                    new Waiver("w" + i, scope, "why", approver, TIME, TIME.plus(LONGEST), null, Position.NONE),
                    List.of(approver)));
        }
        return waivers;
    }

    private static Waiver.OfFinding ofFinding(Random random, Assessment assessment, Finding finding) {
        Digest content = assessment.change().files().stream()
                .filter(file -> finding.location() != null
                        && file.path().equals(finding.location().path()))
                .flatMap(file -> Stream.ofNullable(file.after()))
                .map(version -> version.digest())
                .findFirst()
                .orElse(SmallWorld.digest("other"));
        return new Waiver.OfFinding(
                finding.fingerprint(),
                switch (random.nextInt(4)) {
                    case 0 -> null;
                    case 1 -> SmallWorld.digest("other");
                    default -> content;
                });
    }
}
