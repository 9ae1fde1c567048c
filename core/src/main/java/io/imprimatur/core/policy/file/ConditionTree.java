package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Limits;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.risk.RiskBound;
import java.util.List;
import java.util.Locale;

/** A condition as a tree of JSON: an object with one key. */
public final class ConditionTree {
    /**
     * How deep a condition may be. Each level takes two of the {@link Limits#WRITTEN} levels of the file, the policy and its
     * rule around it take four, and {@code not} and the leaf below it another four.
     */
    public static final int MOST_LEVELS = (Limits.WRITTEN.depth() - 8) / 2;

    private ConditionTree() {}

    /** The one spelling of a condition. */
    public static JsonObject of(Condition condition) {
        if (isTooDeep(condition)) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_POLICY,
                    Problem.of("must be nested at most " + MOST_LEVELS + " deep")
                            .field("when")
                            .remedy("flatten the condition"));
        }
        return tree(condition);
    }

    /** Whether more than {@link #MOST_LEVELS} of {@code all} and {@code any} stand in each other. */
    static boolean isTooDeep(Condition condition) {
        return isDeeper(condition, MOST_LEVELS);
    }

    private static boolean isDeeper(Condition condition, int levels) {
        List<Condition> inner = condition instanceof Condition.All all
                ? all.conditions()
                : condition instanceof Condition.Any any ? any.conditions() : List.of();
        if (levels == 0) {
            return !inner.isEmpty();
        }
        for (Condition each : inner) {
            if (isDeeper(each, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject tree(Condition condition) {
        if (condition instanceof Condition.All all) {
            return object("all", JsonArray.of(all.conditions(), ConditionTree::tree));
        }
        if (condition instanceof Condition.Any any) {
            return object("any", JsonArray.of(any.conditions(), ConditionTree::tree));
        }
        if (condition instanceof Condition.Not not) {
            return object("not", tree(not.condition()));
        }
        return condition instanceof ChangeCondition change ? change(change) : evidence((EvidenceCondition) condition);
    }

    private static JsonObject change(ChangeCondition condition) {
        if (condition instanceof ChangeCondition.Files files) {
            return files(files.filter());
        }
        if (condition instanceof ChangeCondition.Target target) {
            return object("target", texts(target.globs()));
        }
        if (condition instanceof ChangeCondition.Size size) {
            JsonObject.Builder tree =
                    JsonObject.builder().put(size.measure().id(), bound(size.comparison(), size.bound()));
            return object("change", putFilter(tree, size.files()).build());
        }
        if (condition instanceof ChangeCondition.AiShare share) {
            JsonObject.Builder tree =
                    JsonObject.builder().put("share", bound(share.comparison(), Percent.text(share.bound())));
            return object("ai", putFilter(tree, share.files()).build());
        }
        if (condition instanceof ChangeCondition.Generated generated) {
            return object("ai", GenerationTree.of(generated));
        }
        ChangeCondition.EmbedderFact fact = (ChangeCondition.EmbedderFact) condition;
        JsonObject.Builder tree = JsonObject.builder().put("name", fact.name());
        if (fact.test() instanceof FactTest.Matches matches) {
            tree.put("matches", texts(matches.globs()));
        } else if (fact.test() instanceof FactTest.Compares compares) {
            tree.put("compares", bound(compares.comparison(), compares.bound()));
        } else {
            tree.put("is", ((FactTest.Is) fact.test()).value());
        }
        return object("fact", tree.build());
    }

    private static JsonObject files(FileFilter filter) {
        boolean onlyPaths = filter.asksPathsOnly() && !filter.paths().isEmpty();
        return onlyPaths
                ? object("paths", texts(filter.paths()))
                : object("files", putFilter(JsonObject.builder(), filter).build());
    }

    private static JsonObject.Builder putFilter(JsonObject.Builder tree, FileFilter filter) {
        putUnlessEmpty(tree, "paths", filter.paths());
        putUnlessEmpty(tree, "outside", filter.outside());
        putUnlessEmpty(tree, "kind", filter.kinds());
        putUnlessEmpty(tree, "status", filter.statuses());
        return tree;
    }

    private static JsonObject evidence(EvidenceCondition condition) {
        if (condition instanceof EvidenceCondition.FindingExists finding) {
            return object("finding", finding(finding.filter(), finding.least()));
        }
        if (condition instanceof EvidenceCondition.RiskAtLeast risk) {
            String operand = risk.bound() instanceof RiskBound.OfValue value
                    ? Percent.text(value.value())
                    : ((RiskBound.OfLevel) risk.bound()).level().id();
            return object("risk", bound(Comparison.AT_LEAST, operand));
        }
        if (condition instanceof EvidenceCondition.AiConfidenceBelow confidence) {
            return object("ai", object("confidence", bound(Comparison.BELOW, Percent.text(confidence.bound()))));
        }
        if (condition instanceof EvidenceCondition.TopicTouched topic) {
            return object("topic", topic(topic));
        }
        if (condition instanceof EvidenceCondition.Frozen frozen) {
            return object("freeze", texts(frozen.freezes()));
        }
        if (condition instanceof EvidenceCondition.NotRecorded missing) {
            return object("not-recorded", texts(missing.records()));
        }
        EvidenceCondition.NotCovered gap = (EvidenceCondition.NotCovered) condition;
        JsonObject.Builder tree = JsonObject.builder();
        putUnlessEmpty(tree, "scanner", gap.scanners());
        putUnlessEmpty(tree, "category", gap.categories());
        putUnlessEmpty(tree, "paths", gap.paths());
        return object("not-covered", tree.build());
    }

    private static JsonObject finding(FindingFilter finding, int least) {
        JsonObject.Builder tree = JsonObject.builder();
        putUnlessEmpty(tree, "category", finding.categories());
        if (finding.severity() != null) {
            tree.put("severity", bound(Comparison.AT_LEAST, finding.severity().id()));
        }
        if (finding.confidence() != null) {
            tree.put("confidence", bound(Comparison.AT_LEAST, Percent.text(finding.confidence())));
        }
        putUnlessEmpty(tree, "rule", finding.rules());
        putUnlessEmpty(tree, "scanner", finding.scanners());
        putUnlessEmpty(tree, "paths", finding.paths());
        if (finding.introducedOnly()) {
            tree.put("introduced", true);
        }
        putUnlessEmpty(tree, "cwe", finding.cwe());
        putUnlessEmpty(tree, "cve", finding.cve());
        putUnlessEmpty(tree, "package", finding.packages());
        LicenseTest license = finding.license();
        if (license != null) {
            tree.put("license", object(license.match().id(), texts(license.licenses())));
        }
        Boolean fixable = finding.fixable();
        if (fixable != null) {
            tree.put("fix", fixable);
        }
        if (least > 1) {
            tree.put("count", bound(Comparison.AT_LEAST, least));
        }
        return tree.build();
    }

    private static JsonValue topic(EvidenceCondition.TopicTouched topic) {
        Ratio ai = topic.ai();
        if (topic.paths().isEmpty() && ai == null) {
            return texts(topic.topics());
        }
        JsonObject.Builder tree = JsonObject.builder().put("is", texts(topic.topics()));
        putUnlessEmpty(tree, "paths", topic.paths());
        if (ai != null) {
            tree.put("ai", bound(Comparison.AT_LEAST, Percent.text(ai)));
        }
        return tree.build();
    }

    private static JsonObject object(String key, JsonValue value) {
        return JsonObject.builder().put(key, value).build();
    }

    private static JsonString bound(Comparison comparison, Object operand) {
        return new JsonString(comparison.symbol() + " " + operand);
    }

    private static void putUnlessEmpty(JsonObject.Builder tree, String key, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(key, texts(values));
        }
    }

    /** Constants are written in lower case with hyphens; globs, categories and ids as they print. */
    static JsonArray texts(List<?> values) {
        return JsonArray.of(
                values,
                value -> new JsonString(
                        value instanceof Enum<?> constant
                                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                                : value.toString()));
    }
}
