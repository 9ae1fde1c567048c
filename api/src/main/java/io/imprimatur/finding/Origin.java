package io.imprimatur.finding;

/** Whether the change brought a finding. */
public enum Origin {
    /** The change brought it: it stands on an added line. */
    INTRODUCED,
    /** It was there before. */
    PRE_EXISTING,
    /** Not known, for example where it names no line. Counts as introduced wherever a policy asks. */
    UNKNOWN
}
