package io.imprimatur.semgrep;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.scan.Gap;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a complaint of the tool leaves unknown, in our words. What is about a file that the change does not touch leaves
 * nothing unknown of the change; what names no file that is known is about the whole.
 */
final class ComplaintGaps {
    /** Who a file is to the change. */
    enum Who {
        CHANGED,
        ELSEWHERE,
        NOBODY
    }

    private ComplaintGaps() {}

    /** The gap; empty where nothing is left unknown. */
    static Optional<Gap> of(Complaint complaint, Who who, Optional<RepoPath> file) {
        if (complaint.aboutComment() || (who == Who.ELSEWHERE && isAboutFile(complaint))) {
            return Optional.empty();
        }
        return switch (complaint.kind()) {
            case SKIPPED_RULE ->
                Optional.of(gap(Optional.empty(), Gap.Cause.NOT_CONFIGURED, rule(complaint) + " was skipped"));
            case SKIPPED_PATH -> skipped(complaint, file);
            case FIXPOINT ->
                Optional.of(
                        gap(file, Gap.Cause.TIMED_OUT, rule(complaint) + " did not follow all of the data in time"));
            case ERROR -> Optional.of(error(complaint, file));
        };
    }

    /** Whether it is about how one file went, and not about the rules or the run. */
    private static boolean isAboutFile(Complaint complaint) {
        return switch (complaint.type()) {
            case "PartialParsing",
                    "Syntax error",
                    "Lexical error",
                    "Other syntax error",
                    "AST builder error",
                    "Timeout",
                    "Fixpoint timeout",
                    "Out of memory",
                    "Stack overflow",
                    "Too many matches" -> true;
            default -> complaint.kind() == Complaint.Kind.SKIPPED_PATH;
        };
    }

    private static Gap error(Complaint complaint, Optional<RepoPath> file) {
        String rule = rule(complaint);
        return switch (complaint.type()) {
            case "PartialParsing" -> gap(file, Gap.Cause.FAILED, "it could be parsed only in part" + lines(complaint));
            case "Syntax error", "Lexical error", "Other syntax error", "AST builder error" ->
                gap(file, Gap.Cause.FAILED, "it could not be parsed" + lines(complaint));
            case "Timeout", "Fixpoint timeout", "Timeout during interfile analysis" ->
                gap(file, Gap.Cause.TIMED_OUT, rule + " ran out of time");
            case "Out of memory", "OOM during interfile analysis" ->
                gap(file, Gap.Cause.FAILED, rule + " ran out of memory");
            case "Stack overflow" -> gap(file, Gap.Cause.FAILED, rule + " ran out of stack");
            case "Too many matches" ->
                gap(file, Gap.Cause.TOO_MANY_FINDINGS, rule + " matched too often, and its matches were dropped");
            case "Missing plugin" ->
                gap(Optional.empty(), Gap.Cause.NOT_CONFIGURED, rule + " needs a part of the tool that is not there");
            case "IncompatibleRule", "Incompatible rule" ->
                gap(Optional.empty(), Gap.Cause.NOT_CONFIGURED, rule + " is for another version of the tool");
            case "Rule parse error",
                    "PatternParseError",
                    "Pattern parse error",
                    "InvalidRuleSchemaError",
                    "UnknownLanguageError",
                    "Invalid YAML" ->
                gap(Optional.empty(), Gap.Cause.NOT_CONFIGURED, rule + " cannot be used: " + type(complaint));
            default -> gap(file, Gap.Cause.FAILED, "the tool reports: " + type(complaint));
        };
    }

    private static Optional<Gap> skipped(Complaint complaint, Optional<RepoPath> file) {
        return switch (complaint.type()) {
            // No rule is about such a file; what that leaves unknown is told by its language.
            case "wrong_language", "irrelevant_rule" -> Optional.empty();
            case "exceeded_size_limit", "too_big" ->
                Optional.of(gap(file, Gap.Cause.TOO_LARGE, "it is larger than what the tool looks at"));
            case "too_many_matches" ->
                Optional.of(gap(file, Gap.Cause.TOO_MANY_FINDINGS, "its matches were too many, and were dropped"));
            case "binary" -> Optional.of(gap(file, Gap.Cause.UNSUPPORTED, "the tool takes it for binary"));
            case "Nonexistent_file", "insufficient_permissions" ->
                Optional.of(gap(file, Gap.Cause.UNREADABLE, "the tool could not read it"));
            case "analysis_failed_parser_or_internal_error" ->
                Optional.of(gap(file, Gap.Cause.FAILED, "the tool failed on it"));
            default -> Optional.of(gap(file, Gap.Cause.SKIPPED, "the tool skipped it: " + type(complaint)));
        };
    }

    private static Gap gap(Optional<RepoPath> file, Gap.Cause cause, String detail) {
        return new Gap(cause, file.orElse(null), null, CleanText.of(detail, 1000));
    }

    private static String rule(Complaint complaint) {
        String rule = complaint.rule() == null ? "" : CleanText.of(complaint.rule(), 250);
        return rule.isEmpty() ? "a rule" : "rule " + rule;
    }

    private static String type(Complaint complaint) {
        String type = CleanText.of(complaint.type(), 100);
        return type.isEmpty() ? "an error of no kind that it names" : type;
    }

    private static String lines(Complaint complaint) {
        return complaint.lines().isEmpty()
                ? ""
                : complaint.lines().stream()
                        .map(LineRange::toString)
                        .distinct()
                        .collect(Collectors.joining(", ", ", not in lines ", ""));
    }
}
