package io.imprimatur.decision;

import java.util.Locale;

/** Why a waiver does not count. */
public enum WaiverRefusal {
    /** The policy lets no waiver count. */
    NO_TERMS("the policy has no terms for waivers"),
    /** What it would lift is a rule that nothing lifts. */
    HARD("nothing lifts this rule"),
    /** Its approver is no member of the role that approves waivers. */
    WRONG_APPROVER("its approver does not hold the role that approves waivers"),
    /** Nothing shows that its approver approved the change that brought it. */
    NOT_PROVED("nothing proves that its approver approved the change that brought it"),
    /** It is for longer than the policy allows. */
    TOO_LONG("it is in force for longer than the policy allows"),
    /** The time of the assessment is not known. */
    TIME_UNKNOWN("the time of the assessment is not known"),
    /** It is not in force yet. */
    NOT_YET("it is not in force yet"),
    /** It is over. */
    EXPIRED("it has expired"),
    /** It is for a secret and names no content. */
    NOT_BOUND("a waiver for a secret has to name the content of its file"),
    /** The file has another content, or one that is not known. */
    OTHER_CONTENT("the file does not have the content that it is for"),
    /** The rule fires on something that is not known to lie in its paths. */
    ELSEWHERE("the rule also fires on what is not known to lie in its paths");

    private final String words;

    WaiverRefusal(String words) {
        this.words = words;
    }

    /** As a clause, for people. */
    public String words() {
        return words;
    }

    /** As it stands in JSON, for example {@code not-proved}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
