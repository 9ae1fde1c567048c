package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.PolicyWriter;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.PolicySource;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.provenance.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** A policy that extends another one only tightens it: whatever the two say, and whatever the change. */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
class LayerLawsTest {
    private static final Instant TIME = Instant.parse("2026-12-20T10:00:00Z");

    @Property(tries = 800)
    void whatExtendsAPolicyIsNeverMilder(@ForAll("pairs") Pair pair, @ForAll Random random) {
        Optional<Policy> composed = composed(pair.baseText(), Map.of(), pair.childText("extends: base"));
        Statistics.label("composes").collect(composed.isPresent());
        composed.ifPresent(policy -> assertNeverMilder(policy, pair.base(), random));
        Statistics.label("composes").coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
    }

    @Property(tries = 800)
    void ofTwoPoliciesThatAreExtendedNeitherIsMadeMilder(@ForAll("pairs") Pair pair, @ForAll Random random) {
        Optional<Policy> composed = composed(
                pair.baseText(),
                Map.of("other", pair.childText("").replace("policy: child", "policy: other")),
                "policy: both\nextends: [other, base]\nrules: []\n");
        Statistics.label("composes").collect(composed.isPresent());
        composed.ifPresent(policy -> {
            assertNeverMilder(policy, pair.base(), random);
            assertNeverMilder(policy, pair.child(), random);
        });
        Statistics.label("composes").coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
    }

    private static Optional<Policy> composed(String base, Map<String, String> others, String top) {
        Map<String, String> files = new TreeMap<>(others);
        files.put("base", base);
        PolicySource source = name -> Optional.ofNullable(files.get(name))
                .map(text -> new PolicyDocument(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Optional.of(PolicyReader.read(top.getBytes(StandardCharsets.UTF_8), "top", source));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_POLICY);
            return Optional.empty();
        }
    }

    private static void assertNeverMilder(Policy composed, Policy base, Random random) {
        SmallWorld world = new SmallWorld(random);
        for (int i = 0; i < 8; i++) {
            Assessment facts = world.assessment(Silence.UNKNOWN);
            Instant time = random.nextInt(3) == 0 ? null : TIME;
            Decision under = decision(composed, facts, time);
            Decision before = decision(base, facts, time);
            assertThat(under.verdict()).isGreaterThanOrEqualTo(before.verdict());
            assertThat(under.obligations()).containsAll(before.obligations());
            if (under.verdict() == Verdict.REVIEW) {
                for (Requirement requirement : before.requirements()) {
                    assertThat(under.requirements())
                            .as("covering %s", requirement)
                            .anyMatch(asked -> asked.covers(requirement) && countsNoMore(requirement, composed, base));
                }
            }
        }
    }

    /** Whether nobody's approval counts under the one policy that does not under the other. */
    private static boolean countsNoMore(Requirement requirement, Policy composed, Policy base) {
        String role = requirement.role();
        return (role == null || members(base, role).containsAll(members(composed, role)))
                && requirement.excluding().stream()
                        .allMatch(excluded -> members(composed, excluded).containsAll(members(base, excluded)));
    }

    private static List<String> members(Policy policy, String role) {
        return policy.role(role).map(Role::members).orElse(List.of());
    }

    private static Decision decision(Policy policy, Assessment facts, Instant time) {
        Assessment timed = SmallWorld.assessment(
                facts.change(), facts.provenance(), policy.silence(), facts.reports(), facts.facts(), time);
        return new Decider(policy, new PolicyOrigin.Starter()).decide(timed);
    }

    /**
     * A policy, and one that may extend it.
     *
     * @param silent whether the child says nothing of what silence means
     */
    record Pair(Policy base, Policy child, boolean silent) {
        String baseText() {
            return PolicyWriter.yaml(base);
        }

        String childText(String more) {
            String text = PolicyWriter.yaml(child) + more + "\n";
            return silent || child.silence() == Silence.HUMAN
                    ? text
                    : text + "assume: { silence-about-authorship: unknown }\n";
        }
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Arbitraries.randomValue(random -> new Generator(random).pair());
    }

    /** Policies with a few roles, topics and freezes, of which the second often repeats what the first says, changed. */
    private static final class Generator {
        private static final List<String> ROLES = List.of("r1", "r2");
        private final Random random;
        private final SmallWorld world;

        Generator(Random random) {
            this.random = random;
            this.world = new SmallWorld(random);
        }

        Pair pair() {
            Policy base = policy("base", List.of(), random.nextInt(3) == 0 ? Silence.HUMAN : Silence.UNKNOWN);
            Silence silence = random.nextInt(4) == 0 ? Silence.HUMAN : Silence.UNKNOWN;
            return new Pair(
                    base, policy("child", base.rules(), silence), silence == Silence.UNKNOWN && random.nextInt(3) > 0);
        }

        private Policy policy(String name, List<Rule> repeated, Silence silence) {
            List<Rule> rules = new ArrayList<>();
            for (Rule rule : repeated) {
                if (random.nextBoolean()) {
                    rules.add(changed(rule));
                }
            }
            for (int i = 0; i <= random.nextInt(2); i++) {
                rules.add(rule(name + "-" + i));
            }
            List<Role> roles = new ArrayList<>();
            for (String role : ROLES) {
                roles.add(new Role(role, random.nextInt(4) == 0 ? List.of("@x/a") : List.of("@x/a", "@x/b")));
            }
            Map<String, List<Glob>> topics = new TreeMap<>();
            for (String topic : List.of("t1", "t2")) {
                if (random.nextInt(3) == 0) {
                    topics.put(topic, List.of(new Glob(world.pick(List.of("auth/**", "src/**")))));
                }
            }
            List<Freeze> freezes = new ArrayList<>(SmallWorld.FREEZES);
            freezes.add(new Freeze(
                    "f",
                    List.of(
                            random.nextBoolean()
                                    ? new TimeWindow.Span(TIME.minusSeconds(5), TIME.plusSeconds(5))
                                    : new TimeWindow.Span(TIME.plusSeconds(5), TIME.plusSeconds(10)))));
            return new Policy(name, 1, null, silence, Map.of(), roles, topics, freezes, rules, List.of());
        }

        private Rule rule(String id) {
            Set<Obligation> obligations = new HashSet<>();
            if (random.nextInt(3) == 0) {
                obligations.add(new Obligation.Label("l"));
            }
            return new Rule(
                    id,
                    condition(),
                    effect(),
                    world.pick(List.of(Enforcement.ENFORCE, Enforcement.ENFORCE, Enforcement.WARN)),
                    world.pick(List.of(OnUnknown.values())),
                    random.nextInt(4) == 0,
                    List.copyOf(obligations),
                    List.of(),
                    null,
                    Position.NONE);
        }

        private Condition condition() {
            return switch (random.nextInt(4)) {
                case 0 -> new EvidenceCondition.TopicTouched(List.of(world.pick(List.of("t1", "t2"))), List.of(), null);
                case 1 -> new EvidenceCondition.Frozen(List.of("f"));
                default -> world.condition(1);
            };
        }

        private Effect effect() {
            return switch (random.nextInt(3)) {
                case 0 -> new Effect.Block();
                case 1 -> new Effect.Review(Requirement.of(null, 1 + random.nextInt(2)));
                default ->
                    new Effect.Review(new Requirement(
                            "r1", 1 + random.nextInt(2), random.nextBoolean() ? List.of("r2") : List.of(), null));
            };
        }

        /** The same in what a coin decides to keep. */
        private Rule changed(Rule rule) {
            Rule other = rule(rule.id());
            return new Rule(
                    rule.id(),
                    random.nextInt(8) > 0 ? rule.when() : other.when(),
                    random.nextInt(3) > 0 ? rule.then() : other.then(),
                    random.nextInt(3) > 0 ? rule.enforcement() : other.enforcement(),
                    random.nextInt(3) > 0 ? rule.onUnknown() : other.onUnknown(),
                    random.nextInt(3) > 0 ? rule.hard() : other.hard(),
                    random.nextInt(3) > 0 ? rule.obligations() : other.obligations(),
                    List.of(),
                    null,
                    Position.NONE);
        }
    }
}
