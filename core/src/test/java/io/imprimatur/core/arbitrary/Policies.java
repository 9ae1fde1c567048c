package io.imprimatur.core.arbitrary;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Policies and what they are made of, over the paths, scanners and facts that generated assessments have. */
public final class Policies {
    private static final int MAX_DEPTH = 3;

    private Policies() {}

    /** Any policy, of a few rules; where a rule names a role, the policy has it. */
    public static Arbitrary<Policy> any() {
        return Combinators.combine(
                        Texts.ids(),
                        Arbitraries.integers().between(1, 9),
                        Texts.any(4000).injectNull(0.5),
                        Arbitraries.of(Silence.values()),
                        Arbitraries.maps(Scans.scannerIds(), settings()).ofMaxSize(2),
                        roles(),
                        rules().filter(rule -> !Policy.isReserved(rule.id()))
                                .list()
                                .uniqueElements(Rule::id)
                                .ofMaxSize(5))
                .as(Policy::new)
                .withoutEdgeCases();
    }

    /** Every role that a generated requirement may name. */
    public static Arbitrary<List<Role>> roles() {
        return Combinators.combine(members(), members())
                .as((security, legal) -> List.of(new Role("security", security), new Role("legal", legal)));
    }

    private static Arbitrary<List<String>> members() {
        return Arbitraries.oneOf(Arbitraries.of("@acme/appsec", "@acme/legal", "ada@example.org"), Texts.any(250))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Map<String, Setting>> settings() {
        Arbitrary<Setting> setting = Arbitraries.oneOf(
                Texts.any(50).map(Setting::of),
                Texts.any(50).list().ofMaxSize(3).map(Setting::ofList));
        return Arbitraries.maps(Arbitraries.of("rules", "max-size", "offline"), setting)
                .ofMaxSize(3);
    }

    /** Any rule of a policy. */
    public static Arbitrary<Rule> rules() {
        return Combinators.combine(
                        Texts.ids(),
                        conditions(),
                        effects(),
                        Arbitraries.of(Enforcement.values()),
                        Arbitraries.of(OnUnknown.values()),
                        Texts.any(1000).injectNull(0.5),
                        positions())
                .as(Rule::new)
                .withoutEdgeCases();
    }

    /** Somewhere in a file, or nowhere. */
    public static Arbitrary<Position> positions() {
        return Arbitraries.of(Position.NONE, new Position(3, 5), new Position(12, 0));
    }

    /** Block or review. */
    public static Arbitrary<Effect> effects() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Effect.Block()), requirements().map(Effect.Review::new));
    }

    /** Any requirement, of few roles. */
    public static Arbitrary<Requirement> requirements() {
        return Combinators.combine(
                        Arbitraries.of("security", "legal").injectNull(0.3),
                        Arbitraries.integers().between(1, Requirement.MAX_APPROVALS))
                .as(Requirement::new);
    }

    /** Any condition, at most a few levels deep. */
    public static Arbitrary<Condition> conditions() {
        return conditions(MAX_DEPTH);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> leaves = Arbitraries.oneOf(
                changeConditions(), evidenceConditions(), changeConditions().map(Condition.Not::new));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<List<Condition>> parts = Arbitraries.lazy(() -> conditions(depth - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, leaves),
                        Tuple.of(1, parts.map(Condition.All::new)),
                        Tuple.of(1, parts.map(Condition.Any::new)))
                .withoutEdgeCases();
    }

    /** Any condition on the change and its provenance. */
    public static Arbitrary<ChangeCondition> changeConditions() {
        return Arbitraries.oneOf(
                globs(1).map(ChangeCondition.Files::in),
                Arbitraries.of("main", "release/*", "**")
                        .map(Glob::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(ChangeCondition.Target::new),
                Combinators.combine(
                                Arbitraries.of(ChangeCondition.Measure.values()),
                                Measures.comparisons(),
                                Arbitraries.longs().between(0, 100))
                        .as(ChangeCondition.Size::new),
                Combinators.combine(globs(0), Measures.comparisons(), Measures.ratios())
                        .as(ChangeCondition.AiShare::new),
                Combinators.combine(Arbitraries.of(Match.values()), modelGlobs())
                        .as(ChangeCondition.Generated::byModel),
                Combinators.combine(Texts.ids(), factTests()).as(ChangeCondition.EmbedderFact::new));
    }

    /** Any condition on what was found and what was not covered. */
    public static Arbitrary<EvidenceCondition> evidenceConditions() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Findings.categories().list().ofMaxSize(2),
                                Arbitraries.of(Severity.values()).injectNull(0.4),
                                Measures.ratios().injectNull(0.7),
                                Arbitraries.of("weak*", "*")
                                        .map(Glob::new)
                                        .list()
                                        .ofMaxSize(1),
                                Scans.scannerIds().list().ofMaxSize(1),
                                globs(0),
                                Arbitraries.of(true, false))
                        .as(EvidenceCondition.FindingExists::new),
                Risks.bounds().map(EvidenceCondition.RiskAtLeast::new),
                Measures.ratios().map(EvidenceCondition.AiConfidenceBelow::new),
                Combinators.combine(
                                Scans.scannerIds().list().ofMaxSize(2),
                                Findings.categories().list().ofMaxSize(2),
                                globs(0))
                        .as(EvidenceCondition.NotCovered::new));
    }

    /** Any test of a fact. */
    public static Arbitrary<FactTest> factTests() {
        return Arbitraries.oneOf(
                globs(1).map(FactTest.Matches::new),
                Combinators.combine(
                                Measures.comparisons(),
                                Arbitraries.longs().between(-FactValue.Whole.MAX, FactValue.Whole.MAX))
                        .as(FactTest.Compares::new),
                Arbitraries.of(true, false).map(FactTest.Is::new));
    }

    /** Some patterns for paths. */
    public static Arbitrary<List<Glob>> globs(int atLeast) {
        return Arbitraries.of("**/auth/**", "src/**", "*.md", "**/*.md", "**", "docs/?uide.md", "back\\\\slash")
                .map(Glob::new)
                .list()
                .ofMinSize(atLeast)
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Glob>> modelGlobs() {
        return Arbitraries.of("anthropic/claude-*", "openai/*", "**")
                .map(Glob::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }
}
