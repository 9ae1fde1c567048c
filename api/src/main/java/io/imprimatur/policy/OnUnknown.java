package io.imprimatur.policy;

/** What a rule does where its condition is unknown. */
public enum OnUnknown {
    /** It acts as if the condition were true. The default. */
    ACT,
    /** It asks for a review, even where it would block. */
    REVIEW
}
