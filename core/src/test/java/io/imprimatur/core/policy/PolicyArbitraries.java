package io.imprimatur.core.policy;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.core.arbitrary.Policies;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.ScannerSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Policies by chance, of every kind of condition. Words are drawn from small sets ({@link #SCANNERS}, {@link #PATHS}, …)
 * so that conditions meet what a generated assessment holds; now and then they are anything that a file may hold.
 */
public final class PolicyArbitraries {
    /** The scanners that conditions name. */
    public static final List<String> SCANNERS = List.of("secrets", "semgrep", "acme.licenses");

    /** The categories that conditions name. */
    public static final List<Category> CATEGORIES =
            List.of(Category.SECRET, Category.VULNERABILITY, Category.LICENSE, new Category("acme.naming"));

    /** The patterns for paths. */
    public static final List<String> PATHS =
            List.of("**", "src/**", "**/auth/**", "**/*.java", "docs/*.md", "README.md", "**/test/**", "pom.xml");

    /** The facts that conditions name. */
    public static final List<String> FACTS = List.of("acme.team", "acme.freeze", "acme.commits-before");

    private static final List<String> ROLES = List.of("security", "platform", "true", "2024");
    private static final List<String> RULES = List.of("**", "aws-*", "**/sql-injection", "token");
    private static final List<String> BRANCHES = List.of("main", "release/*", "**");
    private static final List<String> MODELS = List.of("anthropic/claude-*", "openai/**", "**/*-mini");
    private static final List<String> TEXTS = List.of("payments", "platform-*", "**");

    private PolicyArbitraries() {}

    /** Whole policies. */
    public static Arbitrary<Policy> policies() {
        Arbitrary<List<Role>> roles = Arbitraries.of(ROLES)
                .set()
                .ofMaxSize(3)
                .flatMap(ids -> words().list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .list()
                        .ofSize(ids.size())
                        .map(members -> {
                            List<Role> made = new ArrayList<>();
                            for (String id : ids) {
                                List<String> names = new ArrayList<>(members.get(made.size()));
                                // A team of its own: it may be as many people as a review asks for.
                                names.add("@acme/" + id);
                                made.add(new Role(id, names));
                            }
                            return made;
                        }));
        Arbitrary<Tuple2<Map<String, List<Glob>>, List<Freeze>>> topicsAndFreezes =
                Combinators.combine(Policies.topics(), Policies.freezes()).as(Tuple::of);
        return roles.flatMap(declared -> Combinators.combine(
                        Arbitraries.of("acme-ai-code", "x", "2024", "null", "a/b.c_d"),
                        Arbitraries.integers().greaterOrEqual(1),
                        words().injectNull(0.3),
                        Arbitraries.of(Silence.class),
                        scanners(),
                        topicsAndFreezes,
                        rules(declared.stream().map(Role::id).toList()).list().ofMaxSize(6),
                        Arbitraries.of(true, false))
                .as((name, version, description, silence, scanners, more, rules, signed) -> signed(
                        new Policy(
                                name,
                                version,
                                description,
                                silence,
                                scanners,
                                declared,
                                more.get1(),
                                more.get2(),
                                distinct(rules),
                                List.of()),
                        signed)));
    }

    private static Policy signed(Policy policy, boolean signed) {
        SignOff signOff = new SignOff("A. Counsel", "legal", PolicyWriter.digest(policy));
        return signed
                ? new Policy(
                        policy.name(),
                        policy.version(),
                        policy.description(),
                        policy.silence(),
                        policy.scanners(),
                        policy.roles(),
                        policy.topics(),
                        policy.freezes(),
                        policy.rules(),
                        List.of(signOff))
                : policy;
    }

    /** Rules that may ask for these roles. Ids are not unique. */
    public static Arbitrary<Rule> rules(List<String> roles) {
        Arbitrary<String> id =
                Arbitraries.strings().withChars("abc019").ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(
                        id,
                        conditions(),
                        effects(roles),
                        Arbitraries.of(Enforcement.class),
                        Arbitraries.of(OnUnknown.class),
                        obligations().list().ofMaxSize(2),
                        words().list().ofMaxSize(2),
                        words().injectNull(0.3))
                .as((name, when, then, enforcement, onUnknown, obligations, controls, because) -> new Rule(
                        name,
                        when,
                        obligations.isEmpty() || controls.isEmpty() ? then : new Effect.Oblige(),
                        enforcement,
                        onUnknown,
                        name.length() % 2 == 0,
                        obligations,
                        controls,
                        because,
                        Position.NONE));
    }

    /** Trees of conditions of every kind, of at most three levels. */
    public static Arbitrary<Condition> conditions() {
        return conditions(changeConditions(), evidenceConditions());
    }

    /** Trees over these leaves; the first may be negated. */
    public static Arbitrary<Condition> conditions(
            Arbitrary<ChangeCondition> changes, Arbitrary<EvidenceCondition> evidence) {
        Arbitrary<Condition> leaves = Arbitraries.oneOf(
                changes.map(Condition.class::cast),
                changes.map(Condition.Not::new),
                evidence.map(Condition.class::cast));
        Arbitrary<Condition> trees = leaves;
        for (int level = 0; level < 3; level++) {
            Arbitrary<List<Condition>> inner = trees.list().ofMinSize(1).ofMaxSize(3);
            trees = Arbitraries.frequencyOf(
                    Tuple.of(2, leaves),
                    Tuple.of(1, inner.map(Condition.All::new)),
                    Tuple.of(1, inner.map(Condition.Any::new)));
        }
        return trees;
    }

    /** Conditions on the change and its provenance. */
    public static Arbitrary<ChangeCondition> changeConditions() {
        return Arbitraries.oneOf(
                globs(PATHS).map(ChangeCondition.Files::in),
                Policies.changeConditions().filter(PolicyArbitraries::isNew),
                globs(BRANCHES).map(ChangeCondition.Target::new),
                Combinators.combine(
                                Policies.fileFilters(),
                                Arbitraries.of(ChangeCondition.Measure.class),
                                Arbitraries.of(Comparison.class),
                                Arbitraries.longs().between(0, FactValue.Whole.MAX))
                        .as(ChangeCondition.Size::new),
                Combinators.combine(Policies.fileFilters(), Arbitraries.of(Comparison.class), ratios())
                        .as(ChangeCondition.AiShare::new),
                Combinators.combine(Arbitraries.of(Match.class), globs(MODELS)).as(ChangeCondition.Generated::byModel),
                Combinators.combine(Arbitraries.of(FACTS), factTests()).as(ChangeCondition.EmbedderFact::new));
    }

    /** Conditions on findings, risk, confidence and gaps. */
    public static Arbitrary<EvidenceCondition> evidenceConditions() {
        return Arbitraries.oneOf(
                findings(),
                Policies.evidenceConditions().filter(PolicyArbitraries::isNew),
                Arbitraries.of(RiskLevel.class)
                        .map(level -> new EvidenceCondition.RiskAtLeast(new RiskBound.OfLevel(level))),
                ratios().map(value -> new EvidenceCondition.RiskAtLeast(new RiskBound.OfValue(value))),
                ratios().map(EvidenceCondition.AiConfidenceBelow::new),
                Combinators.combine(orNone(some(SCANNERS)), orNone(some(CATEGORIES)), orNone(globs(PATHS)))
                        .as(EvidenceCondition.NotCovered::new));
    }

    private static Arbitrary<EvidenceCondition> findings() {
        return Combinators.combine(
                        Policies.findingFilters(), Arbitraries.integers().between(1, 3))
                .as(EvidenceCondition.FindingExists::new);
    }

    private static boolean isNew(ChangeCondition condition) {
        return condition instanceof ChangeCondition.Files || condition instanceof ChangeCondition.Generated;
    }

    private static boolean isNew(EvidenceCondition condition) {
        return condition instanceof EvidenceCondition.TopicTouched
                || condition instanceof EvidenceCondition.NotRecorded
                || condition instanceof EvidenceCondition.Frozen;
    }

    private static Arbitrary<Obligation> obligations() {
        return Arbitraries.oneOf(
                words().map(Obligation.Label::new),
                words().map(Obligation.Notify::new),
                Arbitraries.just(new Obligation.RollbackPlan()),
                Combinators.combine(words(), Policies.durations()).as(Obligation.FollowUp::new));
    }

    private static Arbitrary<FactTest> factTests() {
        return Arbitraries.oneOf(
                globs(TEXTS).map(FactTest.Matches::new),
                Combinators.combine(
                                Arbitraries.of(Comparison.class),
                                Arbitraries.longs().between(-FactValue.Whole.MAX, FactValue.Whole.MAX))
                        .as(FactTest.Compares::new),
                Arbitraries.of(true, false).map(FactTest.Is::new));
    }

    private static Arbitrary<Effect> effects(List<String> roles) {
        Arbitrary<String> role = roles.isEmpty()
                ? Arbitraries.just("none").map(none -> null)
                : Arbitraries.of(roles).injectNull(0.3);
        Arbitrary<Effect> review = Combinators.combine(
                        role,
                        Arbitraries.integers().between(1, Requirement.MAX_APPROVALS),
                        Arbitraries.of(true, false),
                        Policies.durations().injectNull(0.5))
                .as((by, approvals, excluding, within) -> new Effect.Review(new Requirement(
                        by,
                        approvals,
                        excluding
                                ? roles.stream()
                                        .filter(other -> !other.equals(by))
                                        .toList()
                                : List.of(),
                        within)));
        return Arbitraries.oneOf(
                Arbitraries.just(new Effect.Block()), Arbitraries.just(new Effect.Review(Requirement.ANYONE)), review);
    }

    private static Arbitrary<Map<String, Map<String, ScannerSettings.Setting>>> scanners() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("", "true", "null", "10485760", "007", "1e3", "-5", "99999999999999999999", "a: b"),
                words());
        Arbitrary<ScannerSettings.Setting> setting = Arbitraries.oneOf(
                value.map(ScannerSettings.Setting::of),
                value.list().ofMaxSize(4).map(ScannerSettings.Setting::ofList));
        return Arbitraries.maps(
                        Arbitraries.of(SCANNERS),
                        Arbitraries.maps(Arbitraries.of("max-file-size", "kinds", "on", "7"), setting)
                                .ofMaxSize(3))
                .ofMaxSize(2);
    }

    /** Shares, most of them round. */
    public static Arbitrary<Ratio> ratios() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 20).map(twentieths -> Ratio.ofPercent(twentieths * 5))),
                Tuple.of(1, Arbitraries.integers().between(0, Ratio.SCALE).map(Ratio::new)));
    }

    private static Arbitrary<List<Glob>> globs(List<String> usual) {
        return Arbitraries.frequencyOf(
                        Tuple.of(9, Arbitraries.of(usual)), Tuple.of(1, words().map(PolicyArbitraries::escaped)))
                .map(Glob::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static String escaped(String text) {
        StringBuilder glob = new StringBuilder("x");
        text.codePoints().filter(c -> c != '/').forEach(c -> glob.append('\\').appendCodePoint(c));
        return glob.toString();
    }

    /** Words for people, of one or more lines, that a file may hold. */
    private static Arbitrary<String> words() {
        Arbitrary<String> hard = Arbitraries.strings()
                .withChars(" \t\n\r\"'\\#:-?&*!|>%@`[]{},~=<ano01e.;()é")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> usual = Arbitraries.of(
                "Generated code needs two people.", "@acme/appsec", "yes", "null", "3", "- a", "a: b", "a #b", "😀 ש");
        return Arbitraries.oneOf(hard, usual).filter(text -> !text.isBlank()).map(String::strip);
    }

    private static <T> Arbitrary<List<T>> some(List<T> values) {
        return Arbitraries.of(values).list().ofMinSize(1).ofMaxSize(3);
    }

    private static <T> Arbitrary<List<T>> orNone(Arbitrary<List<T>> lists) {
        return Arbitraries.oneOf(lists, Arbitraries.just(List.of()));
    }

    private static List<Rule> distinct(List<Rule> rules) {
        Set<String> ids = new HashSet<>();
        return rules.stream().filter(rule -> ids.add(rule.id())).toList();
    }
}
