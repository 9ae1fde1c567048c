package io.imprimatur.core.policy.shape;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.core.policy.shape.Shape.Text;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Policy;
import io.imprimatur.risk.RiskLevel;
import java.util.List;

/** The kinds of text that a policy's file holds. */
public final class Texts {
    /** Words for people, by how long they may be. */
    public static final Text NAME = words("name", "A name.", 250);

    public static final Text CONTROL = words("control", "A control, such as EU AI Act 14(4).", 200);
    public static final Text SENTENCES = words("sentences", "Some sentences for people.", 1000);
    public static final Text DESCRIPTION = words("description", "A description for people.", 4000);

    static final Text ID = new Text(
            "identifier",
            "An identifier: lower-case letters a to z and digits in words joined by one of . _ / -",
            Preconditions.MAX_ID,
            List.of(Patterns.ID),
            List.of());
    static final Text RULE_ID = new Text(
            "rule-id",
            "An identifier; " + Policy.RESERVED + " and what begins with it and a dot is kept for built-in rules.",
            Preconditions.MAX_ID,
            List.of(Patterns.ID, Patterns.idOutside(Policy.RESERVED)),
            List.of());
    static final Text CATEGORY = new Text(
            "category",
            "A category of findings: one of those known by name, or a scanner's own.",
            Preconditions.MAX_ID,
            List.of(Patterns.ID),
            Category.KNOWN.stream().map(Category::id).toList());
    static final Text GLOB = new Text(
            "glob",
            "A pattern: * stands for any characters but /, ? for one of them, a segment ** for any number of segments;"
                    + " a backslash makes the next character stand for itself.",
            1000,
            List.of(Patterns.NOT_BLANK, Patterns.GLOB),
            List.of());

    static final Text SHARE = compared("share", "20%", Patterns.SHARE, ">=", ">", "<=", "<", "=");
    static final Text LEAST_SHARE = compared("least-share", "80%", Patterns.SHARE, ">=");
    static final Text LESS_THAN_SHARE = compared("less-than-share", "70%", Patterns.SHARE, "<");
    static final Text COUNT =
            compared("count", "30", "(-0|" + Patterns.upTo(FactValue.Whole.MAX) + ")", ">=", ">", "<=", "<", "=");
    static final Text NUMBER =
            compared("number", "30", "-?" + Patterns.upTo(FactValue.Whole.MAX), ">=", ">", "<=", "<", "=");
    static final Text LEAST_COUNT =
            compared("least-count", "5", "(?!0)" + Patterns.upTo(EvidenceCondition.MAX_COUNT), ">=");
    static final Text LEAST_SEVERITY = compared(
            "least-severity",
            "high",
            Patterns.anyOf(Shape.Choice.of(Severity.values()).words()),
            ">=");
    static final Text LEAST_RISK = compared(
            "least-risk",
            "high",
            "(" + Patterns.anyOf(Shape.Choice.of(RiskLevel.values()).words()) + "|" + Patterns.SHARE + ")",
            ">=");

    static final Text ONE_SHARE = text("one-share", "A share, such as 20%, 12.5% or 0.2.", "^" + Patterns.SHARE + "$");
    static final Text SHARES = text(
            "shares",
            "A share such as 20%, two such as 20% to 60% where only these are known, or unknown.",
            "^(unknown|" + Patterns.shares() + ")$");
    static final Text RISKS = text(
            "risks",
            "A level, a share such as 60%, or two such as 40% to 60%.",
            "^(" + Patterns.anyOf(Shape.Choice.of(RiskLevel.values()).words()) + "|" + Patterns.shares() + ")$");
    static final Text PATH = text("path", "A path from the root of the repository.", "^[^/]");

    static final Text DURATION =
            text("duration", "A number of days, hours or minutes: 2d, 36h, 45m.", Patterns.duration(Durations.LONGEST));
    static final Text TIME = text("time", "A time with its offset, such as 2026-12-19T00:00:00Z.", Patterns.TIME);
    static final Text TIME_OF_DAY = text("time-of-day", "A time of the day, such as 16:00.", Patterns.TIME_OF_DAY);
    static final Text ZONE = new Text(
            "zone",
            "A time zone.",
            Text.ANY_LENGTH,
            List.of("^[A-Za-z+-][A-Za-z0-9~/._+:-]*$"),
            List.of("UTC", "Europe/Zurich", "America/New_York", "+02:00"));
    static final Text CWE = text("cwe", "A weakness, such as CWE-798.", "^" + FindingFilter.CWE + "$");
    static final Text CVE = new Text(
            "cve",
            "A pattern for vulnerabilities, such as CVE-2026-*.",
            1000,
            // Whether what follows can match one, the reader knows.
            List.of(Patterns.NOT_BLANK, Patterns.GLOB, "^(\\\\?C|[?*])"),
            List.of("CVE-2026-*"));
    static final Text DIGEST =
            text("digest", "What the policy without its sign-offs digests to.", "^sha256:[0-9a-f]{64}$");

    static final Text FINGERPRINT = text("fingerprint", "What identifies a finding.", "^[0-9a-f]{64}$");
    static final Text DAY = new Text(
            "day",
            "A day, or a time with its offset, such as 2027-01-31.",
            Text.ANY_LENGTH,
            List.of(Patterns.DAY_OR_TIME),
            List.of());

    private Texts() {}

    private static Text text(String name, String description, String pattern) {
        return new Text(name, description, Text.ANY_LENGTH, List.of(pattern), List.of());
    }

    private static Text words(String name, String description, int most) {
        return new Text(name, description, most, List.of(Patterns.NOT_BLANK), List.of());
    }

    private static Text compared(String name, String example, String operand, String... signs) {
        return new Text(
                name + "-comparison",
                "One of " + String.join(" ", signs) + " and a value, between quotes.",
                Text.ANY_LENGTH,
                List.of(Patterns.comparison(operand, signs)),
                List.of(signs[0] + " " + example));
    }
}
