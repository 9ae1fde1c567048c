package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result of a report (3.27) with what the run says about its rule. Immutable. Text is as the report has it: unbounded but
 * by the reader's limits, and not made safe to print.
 *
 * @param run of which run, from 0
 * @param index its place among the results of the run, from 0
 * @param tool the name of the tool
 * @param rule the id of the rule; empty where none is named
 * @param name another name of the rule, for people; absent where it has none
 * @param description what the rule says about itself; absent where the report does not say
 * @param tags of the rule and of the result
 * @param level as S-SARIF finds it: the result's own, or that to which an invocation set its rule, or the rule's, or
 *     {@code warning}; as it is written
 * @param isRated whether the report says how bad it is; where not, the level is what the standard says of silence
 * @param severity by the rule's {@code security-severity}, or else by the level; absent where neither is known
 * @param kind as it is written, {@code fail} where nothing is
 * @param baseline the {@code baselineState}; absent where none is written
 * @param suppressions in their order
 * @param message with its placeholders filled; empty where there is none. It may quote what the tool matched
 * @param locations at most {@value #MAX_LOCATIONS}
 * @param moreLocations how many were left out
 * @param flow the first and the last step of the first code flow; none where it has none
 * @param cwe weaknesses, for example {@code CWE-79}
 * @param cve vulnerabilities, for example {@code CVE-2026-1234}
 * @param fix what would fix it, in words of the tool; absent where it says none
 */
public record SarifResult(
        int run,
        int index,
        String tool,
        String rule,
        @Nullable String name,
        @Nullable String description,
        List<String> tags,
        String level,
        boolean isRated,
        @Nullable Severity severity,
        String kind,
        @Nullable String baseline,
        List<SarifSuppression> suppressions,
        String message,
        List<SarifLocation> locations,
        int moreLocations,
        List<SarifLocation> flow,
        List<String> cwe,
        List<String> cve,
        @Nullable String fix) {

    /** More locations of one result are not kept. */
    public static final int MAX_LOCATIONS = 100;

    public SarifResult {
        Preconditions.notNull(tool, "tool");
        Preconditions.notNull(rule, "rule");
        Preconditions.notNull(level, "level");
        Preconditions.notNull(kind, "kind");
        Preconditions.notNull(message, "message");
        tags = List.copyOf(tags);
        suppressions = List.copyOf(suppressions);
        locations = List.copyOf(locations);
        flow = List.copyOf(flow);
        cwe = List.copyOf(cwe);
        cve = List.copyOf(cve);
    }

    /** Whether the report calls it suppressed: it has suppressions, and none is under review or rejected. */
    public boolean isSuppressed() {
        return !suppressions.isEmpty() && suppressions.stream().noneMatch(SarifSuppression::isRefused);
    }

    /** Whether the tool says that something is wrong; the other kinds are no findings (3.27.9). */
    public boolean isFailure() {
        return kind.equalsIgnoreCase("fail");
    }

    /** Whether the tool says that it could not tell, or that a person has to (3.27.9). */
    public boolean isOpen() {
        return kind.equalsIgnoreCase("open") || kind.equalsIgnoreCase("review");
    }

    /** Whether it was there before and is gone (3.27.24). */
    public boolean isGone() {
        return "absent".equalsIgnoreCase(baseline);
    }

    /** Where it stands in the report, for example {@code runs[0].results[17]}. */
    public String place() {
        return "runs[" + run + "].results[" + index + "]";
    }
}
