package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.List;
import java.util.function.Function;

/**
 * A condition, spelled as a policy's file spells it: an object with one key, in which what asks nothing is left out. Unlike
 * a policy's file, which is for people and may grow and abbreviate, this is one spelling for each condition, and every
 * condition has one.
 */
public final class ConditionJson {
    private static final List<String> FORMS =
            List.of("all", "any", "not", "paths", "target", "change", "ai", "fact", "finding", "risk", "not-covered");

    private ConditionJson() {}

    public static JsonObject write(Condition condition) {
        if (condition instanceof Condition.All all) {
            return object("all", JsonArray.of(all.conditions(), ConditionJson::write));
        }
        if (condition instanceof Condition.Any any) {
            return object("any", JsonArray.of(any.conditions(), ConditionJson::write));
        }
        if (condition instanceof Condition.Not not) {
            return object("not", write(not.condition()));
        }
        return condition instanceof ChangeCondition change
                ? writeChange(change)
                : writeEvidence((EvidenceCondition) condition);
    }

    public static Condition read(Fields in) {
        return switch (in.form(FORMS)) {
            case "all" -> new Condition.All(in.objects("all", ConditionJson::read));
            case "any" -> new Condition.Any(in.objects("any", ConditionJson::read));
            case "not" -> new Condition.Not(in.object("not", ConditionJson::readChange));
            case "paths" -> new ChangeCondition.Paths(in.texts("paths", Glob::new));
            case "target" -> new ChangeCondition.Target(in.texts("target", Glob::new));
            case "change" -> in.object("change", ConditionJson::readSize);
            case "ai" -> in.object("ai", ConditionJson::readAi);
            case "fact" -> in.object("fact", ConditionJson::readFact);
            case "finding" -> in.object("finding", ConditionJson::readFinding);
            case "risk" ->
                new EvidenceCondition.RiskAtLeast(
                        in.text("risk", text -> Bound.operand(text, Comparison.AT_LEAST, ConditionJson::readRisk)));
            default -> in.object("not-covered", ConditionJson::readNotCovered);
        };
    }

    /** Reads a condition on the change and its provenance, and refuses any other. */
    static ChangeCondition readChange(Fields in) {
        if (read(in) instanceof ChangeCondition change) {
            return change;
        }
        throw Words.refusal(
                "must be a condition on the change: paths, target, change, fact, ai.share or ai.model", null);
    }

    private static JsonObject writeChange(ChangeCondition condition) {
        if (condition instanceof ChangeCondition.Paths paths) {
            return object("paths", JsonArray.ofTexts(paths.globs()));
        }
        if (condition instanceof ChangeCondition.Target target) {
            return object("target", JsonArray.ofTexts(target.globs()));
        }
        if (condition instanceof ChangeCondition.Size size) {
            return object("change", object(Words.id(size.measure()), bound(size.comparison(), size.bound())));
        }
        if (condition instanceof ChangeCondition.AiShare share) {
            JsonObject.Builder ai =
                    JsonObject.builder().put("share", bound(share.comparison(), Words.percent(share.bound())));
            return object("ai", putUnlessEmpty(ai, "paths", share.globs()).build());
        }
        if (condition instanceof ChangeCondition.ModelId model) {
            return object("ai", object("model", object(Words.id(model.match()), JsonArray.ofTexts(model.globs()))));
        }
        return object("fact", writeFact((ChangeCondition.EmbedderFact) condition));
    }

    private static ChangeCondition readSize(Fields in) {
        String measure = in.form(List.of("files", "added-lines", "deleted-lines"));
        Bound<Long> bound = Fields.given(in.text(measure, text -> Bound.read(text, ConditionJson::whole)));
        return new ChangeCondition.Size(
                Words.constant(ChangeCondition.Measure.class, measure), bound.comparison, bound.operand);
    }

    private static Condition readAi(Fields in) {
        if (in.has("share")) {
            List<Glob> paths = in.optionalList("paths", key -> in.texts(key, Glob::new));
            Bound<Ratio> bound = Fields.given(in.text("share", text -> Bound.read(text, Words::ofPercent)));
            return new ChangeCondition.AiShare(paths, bound.comparison, bound.operand);
        }
        return in.form(List.of("share", "model", "confidence")).equals("model")
                ? in.object("model", ConditionJson::readModel)
                : new EvidenceCondition.AiConfidenceBelow(
                        in.text("confidence", text -> Bound.operand(text, Comparison.BELOW, Words::ofPercent)));
    }

    private static ChangeCondition readModel(Fields in) {
        String match = in.form(List.of("in", "not-in"));
        return new ChangeCondition.ModelId(
                Words.constant(ChangeCondition.Match.class, match), in.texts(match, Glob::new));
    }

    private static JsonObject writeFact(ChangeCondition.EmbedderFact fact) {
        JsonObject.Builder out = JsonObject.builder().put("name", fact.name());
        if (fact.test() instanceof FactTest.Matches matches) {
            return out.put("matches", JsonArray.ofTexts(matches.globs())).build();
        }
        if (fact.test() instanceof FactTest.Compares compares) {
            return out.put("compares", bound(compares.comparison(), compares.bound()))
                    .build();
        }
        return out.put("is", ((FactTest.Is) fact.test()).value()).build();
    }

    private static ChangeCondition readFact(Fields in) {
        return new ChangeCondition.EmbedderFact(in.text("name"), readTest(in));
    }

    private static FactTest readTest(Fields in) {
        return switch (in.form(List.of("matches", "compares", "is"))) {
            case "matches" -> new FactTest.Matches(in.texts("matches", Glob::new));
            case "compares" -> {
                Bound<Long> bound = Fields.given(in.text("compares", text -> Bound.read(text, ConditionJson::whole)));
                yield new FactTest.Compares(bound.comparison, bound.operand);
            }
            default -> new FactTest.Is(in.flag("is"));
        };
    }

    private static JsonObject writeEvidence(EvidenceCondition condition) {
        if (condition instanceof EvidenceCondition.FindingExists finding) {
            return object("finding", writeFinding(finding));
        }
        if (condition instanceof EvidenceCondition.RiskAtLeast risk) {
            return object("risk", bound(Comparison.AT_LEAST, writeRisk(risk.bound())));
        }
        if (condition instanceof EvidenceCondition.AiConfidenceBelow confidence) {
            return object("ai", object("confidence", bound(Comparison.BELOW, Words.percent(confidence.bound()))));
        }
        EvidenceCondition.NotCovered gap = (EvidenceCondition.NotCovered) condition;
        JsonObject.Builder out = JsonObject.builder();
        putUnlessEmpty(out, "scanner", gap.scanners());
        putUnlessEmpty(out, "category", gap.categories());
        putUnlessEmpty(out, "paths", gap.paths());
        return object("not-covered", out.build());
    }

    private static JsonObject writeFinding(EvidenceCondition.FindingExists finding) {
        JsonObject.Builder out = JsonObject.builder();
        putUnlessEmpty(out, "category", finding.categories());
        out.putIfPresent("severity", finding.severity(), at -> bound(Comparison.AT_LEAST, Words.id(at)));
        out.putIfPresent("confidence", finding.confidence(), at -> bound(Comparison.AT_LEAST, Words.percent(at)));
        putUnlessEmpty(out, "rule", finding.rules());
        putUnlessEmpty(out, "scanner", finding.scanners());
        putUnlessEmpty(out, "paths", finding.paths());
        return finding.introducedOnly() ? out.put("introduced", true).build() : out.build();
    }

    private static EvidenceCondition readFinding(Fields in) {
        return new EvidenceCondition.FindingExists(
                in.optionalList("category", key -> in.texts(key, Category::new)),
                in.optional(
                        "severity",
                        key -> in.text(
                                key,
                                text -> Bound.operand(
                                        text, Comparison.AT_LEAST, id -> Words.constant(Severity.class, id)))),
                in.optional(
                        "confidence",
                        key -> in.text(key, text -> Bound.operand(text, Comparison.AT_LEAST, Words::ofPercent))),
                in.optionalList("rule", key -> in.texts(key, Glob::new)),
                in.optionalList("scanner", in::texts),
                in.optionalList("paths", key -> in.texts(key, Glob::new)),
                in.has("introduced") && in.flag("introduced"));
    }

    private static EvidenceCondition readNotCovered(Fields in) {
        return new EvidenceCondition.NotCovered(
                in.optionalList("scanner", in::texts),
                in.optionalList("category", key -> in.texts(key, Category::new)),
                in.optionalList("paths", key -> in.texts(key, Glob::new)));
    }

    private static String writeRisk(RiskBound bound) {
        return bound instanceof RiskBound.OfValue number ? Words.percent(number.value()) : bound.toString();
    }

    private static RiskBound readRisk(String text) {
        return text.endsWith("%")
                ? new RiskBound.OfValue(Words.ofPercent(text))
                : new RiskBound.OfLevel(Words.constant(RiskLevel.class, text));
    }

    private static JsonObject object(String key, JsonValue value) {
        return JsonObject.builder().put(key, value).build();
    }

    private static JsonObject.Builder putUnlessEmpty(JsonObject.Builder out, String key, List<?> values) {
        return values.isEmpty() ? out : out.put(key, JsonArray.ofTexts(values));
    }

    private static JsonString bound(Comparison comparison, Object operand) {
        return new JsonString(comparison.symbol() + " " + operand);
    }

    private static long whole(String text) {
        return Words.whole(text)
                .orElseThrow(() -> Words.refusal("must compare with a whole number, such as >= 30", text));
    }

    /** A comparison with a bound, such as {@code >= 20%}. */
    private record Bound<T>(Comparison comparison, T operand) {
        static <T> Bound<T> read(String text, Function<String, T> operand) {
            int space = text.indexOf(' ');
            Comparison comparison = Comparison.ofSymbol(text.substring(0, Math.max(space, 0)))
                    .orElseThrow(() -> Words.refusal("must begin with one of >= > <= < = and a space", text));
            return new Bound<>(comparison, operand.apply(text.substring(space + 1)));
        }

        /** The operand of a bound that compares in one way alone. */
        static <T> T operand(String text, Comparison only, Function<String, T> operand) {
            Bound<T> bound = read(text, operand);
            if (bound.comparison != only) {
                throw Words.refusal("must begin with " + only.symbol(), text);
            }
            return bound.operand;
        }
    }
}
