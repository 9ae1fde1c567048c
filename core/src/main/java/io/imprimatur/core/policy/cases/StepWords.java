package io.imprimatur.core.policy.cases;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.core.policy.file.Percent;
import io.imprimatur.core.policy.file.RequirementTree;
import io.imprimatur.core.policy.file.YamlText;
import io.imprimatur.decision.Step;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Requirement;
import io.imprimatur.risk.RiskBound;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Steps as cases write them: {@code { fix: { category: secret } }} is whatever fixes a finding of this category. Immutable
 * and thread-safe.
 *
 * @param key what to do
 * @param parts what of, by key; what stands under the key alone, where it has no keys of its own, under the empty key
 */
public record StepWords(String key, Map<String, String> parts) {
    private static final String ALONE = "";

    public StepWords {
        Preconditions.text(key, "step", 100);
        parts = Map.copyOf(Preconditions.notNull(parts, "parts"));
    }

    /** Whether a step is all that these say. */
    public boolean isSaidOf(Step step) {
        StepWords whole = of(step);
        return key.equals(whole.key) && whole.parts.entrySet().containsAll(parts.entrySet());
    }

    /** All that can be said of a step. */
    static StepWords of(Step step) {
        if (step instanceof Step.FixFinding fix) {
            Finding finding = fix.finding();
            return fix(
                    finding.category(),
                    finding.rule(),
                    finding.scanner(),
                    finding.location() == null ? null : finding.location().path());
        }
        if (step instanceof Step.CloseGap close) {
            return cover(close.gap().category(), close.scanner(), close.gap().path());
        }
        if (step instanceof Step.AddScanner add) {
            return run(add.scanner(), add.category());
        }
        if (step instanceof Step.Establish establish) {
            Condition fact = establish.condition();
            return establish(establish.holds() ? fact : new Condition.Not(establish.condition()));
        }
        if (step instanceof Step.LowerRisk lower) {
            return riskBelow(lower.below());
        }
        if (step instanceof Step.RaiseConfidence raise) {
            return alone("confidence-from", Percent.text(raise.atLeast()));
        }
        if (step instanceof Step.LeaveOut split) {
            return alone("leave-out", split.path().text());
        }
        if (step instanceof Step.RecordProvenance record) {
            return alone("record", record.what().id());
        }
        if (step instanceof Step.Await await) {
            return alone("await", await.freeze());
        }
        return approve(((Step.Approve) step).requirement());
    }

    static StepWords fix(
            @Nullable Category category, @Nullable String rule, @Nullable String scanner, @Nullable RepoPath path) {
        return new StepWords("fix", parts("category", category, "rule", rule, "scanner", scanner, "path", path));
    }

    static StepWords cover(@Nullable Category category, @Nullable String scanner, @Nullable RepoPath path) {
        return new StepWords("cover", parts("category", category, "scanner", scanner, "path", path));
    }

    static StepWords run(@Nullable String scanner, @Nullable Category category) {
        return new StepWords("run", parts("scanner", scanner, "category", category));
    }

    static StepWords establish(Condition fact) {
        return alone("establish", ConditionTree.of(fact));
    }

    static StepWords riskBelow(RiskBound bound) {
        return alone(
                "risk-below",
                bound instanceof RiskBound.OfValue number ? Percent.text(number.value()) : bound.toString());
    }

    static StepWords approve(Requirement requirement) {
        return requirement.equals(Requirement.ANYONE)
                ? alone("approve", "anyone")
                : alone("approve", RequirementTree.of(requirement));
    }

    static StepWords alone(String key, String text) {
        return alone(key, new JsonString(text));
    }

    private static StepWords alone(String key, JsonValue value) {
        return new StepWords(key, Map.of(ALONE, YamlText.inline(value)));
    }

    private static Map<String, String> parts(@Nullable Object... keysAndValues) {
        Map<String, String> parts = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                parts.put((String) keysAndValues[i], value.toString());
            }
        }
        return parts;
    }

    /** As a case writes it, on one line. */
    @Override
    public String toString() {
        String alone = parts.get(ALONE);
        JsonObject.Builder tree = JsonObject.builder();
        new TreeMap<>(parts).forEach(tree::put);
        return "{ " + key + ": " + (alone == null ? YamlText.inline(tree.build()) : alone) + " }";
    }
}
