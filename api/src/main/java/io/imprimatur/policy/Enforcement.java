package io.imprimatur.policy;

import java.util.Locale;

/** How far a rule that fires is acted on. */
public enum Enforcement {
    /** It counts towards the verdict. */
    ENFORCE,
    /** It is shown to people and does not count. */
    WARN,
    /** It is evaluated and recorded, and not shown to people. */
    SHADOW;

    /** As it stands in policies and JSON, for example {@code enforce}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
