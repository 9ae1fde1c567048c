package io.imprimatur.semgrep;

import io.imprimatur.core.intake.CleanText;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words and marks of a finding, by what the tool says of a result and its rule of itself. Immutable and thread-safe. */
final class Drafting {
    private static final int MOST_CWE = 20;
    private static final int MOST_THROUGH = 5;
    private static final Pattern CWE = Pattern.compile("(?i)\\bCWE-0*([1-9][0-9]{0,5})\\b");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)secret|credential|hard-?coded|api[-_]?key|private[-_]?key|passw|detected-|\\btokens?\\b");
    private static final List<String> SECRET_CWE = List.of("CWE-798", "CWE-259", "CWE-321", "CWE-522", "CWE-547");
    private static final String REFUSED = " (A nosemgrep comment that the change itself adds does not count.)";

    private final List<Category> declared;

    /** For findings of these categories. */
    Drafting(List<Category> declared) {
        this.declared = declared;
    }

    /** What is said of a result, but for its place. */
    FindingDraft.Builder draft(SemgrepResult result, Silence.Effect effect) {
        String rule = rule(result);
        Category category = category(result);
        // Rules of ours say what they are about; whether their words may be quoted is not left to that.
        boolean quiet = category.equals(Category.SECRET) || category.equals(Category.PII);
        FindingDraft.Builder draft =
                FindingDraft.builder(rule, severity(result.severity()), category, message(result, rule, quiet, effect));
        draft.cwe(cwe(result).toArray(String[]::new));
        String confidence = confidence(result.confidence());
        if (confidence != null) {
            draft.confidence(confidence);
        }
        String fix = result.fix() == null || quiet ? "" : CleanText.of(Discretion.ofCode(result.fix()), 4000);
        if (!fix.isEmpty()) {
            draft.fix(fix);
        }
        return draft;
    }

    static String rule(SemgrepResult result) {
        String rule = CleanText.of(result.rule(), 250);
        return rule.isEmpty() ? "unnamed" : rule;
    }

    private static String message(SemgrepResult result, String rule, boolean quiet, Silence.Effect effect) {
        // What rules of ours say of secrets and personal data holds no variable.
        boolean ours = rule.startsWith("imprimatur.");
        String said =
                quiet && !ours ? "" : CleanText.of(Discretion.ofWords(result.message(), result.metavariables()), 3000);
        String words = said.isEmpty()
                ? "Rule " + rule + " found what it looks for" + (quiet ? ", which may be quoted nowhere" : "")
                : said;
        return words
                + CleanText.of(trace(result), 500).transform(trace -> trace.isEmpty() ? "" : " " + trace)
                + (effect == Silence.Effect.REFUSED ? REFUSED : "");
    }

    /** Lines, never their text: what flows may be a secret. */
    private static String trace(SemgrepResult result) {
        List<SemgrepResult.Step> steps = result.trace();
        String source = places(result, steps, SemgrepResult.Step.Kind.SOURCE);
        String sink = places(result, steps, SemgrepResult.Step.Kind.SINK);
        if (source.isEmpty() || sink.isEmpty()) {
            return "";
        }
        String through = places(result, steps, SemgrepResult.Step.Kind.THROUGH);
        return "(Data flows from " + source + (through.isEmpty() ? "" : " through " + through) + " to " + sink + ".)";
    }

    private static String places(SemgrepResult result, List<SemgrepResult.Step> steps, SemgrepResult.Step.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .limit(MOST_THROUGH)
                .map(step -> Objects.equals(step.path(), result.path()) || step.path() == null
                        ? "line " + step.line()
                        : "line " + step.line() + " of " + step.path())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** By the tool's documentation; a word that it does not have counts as one that must not be overlooked. */
    static Severity severity(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> Severity.CRITICAL;
            case "MEDIUM", "WARNING" -> Severity.MEDIUM;
            case "LOW", "INFO" -> Severity.LOW;
            case "EXPERIMENT", "INVENTORY" -> Severity.INFO;
            default -> Severity.HIGH;
        };
    }

    private static @Nullable String confidence(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "HIGH" -> "0.9";
            case "MEDIUM" -> "0.6";
            case "LOW" -> "0.3";
            default -> null;
        };
    }

    /** Tools write {@code CWE-89: Improper …}, with and without the words. */
    private static List<String> cwe(SemgrepResult result) {
        List<String> ids = new ArrayList<>();
        for (String text : result.cwe()) {
            Matcher matcher = CWE.matcher(text);
            if (matcher.find() && ids.size() < MOST_CWE) {
                ids.add("CWE-" + matcher.group(1));
            }
        }
        return ids;
    }

    /** The one that the rule names, where it is one of ours; else by what the rule says of itself. */
    private Category category(SemgrepResult result) {
        String said = result.category() == null ? "" : result.category().toLowerCase(Locale.ROOT);
        for (Category category : declared) {
            if (category.id().equals(said)) {
                return category;
            }
        }
        if (result.validated()
                || SECRET.matcher(result.rule()).find()
                || result.words().stream().anyMatch(word -> SECRET.matcher(word).find())
                || cwe(result).stream().anyMatch(SECRET_CWE::contains)) {
            return Category.SECRET;
        }
        return switch (said) {
            case "correctness", "best-practice", "maintainability", "performance", "portability", "compatibility" ->
                Category.QUALITY;
            default -> Category.VULNERABILITY;
        };
    }
}
