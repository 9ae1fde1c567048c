package io.imprimatur.policy;

import java.util.Locale;

/** How a thing is looked up in a list of patterns. */
public enum Match {
    /** It is one of these. */
    IN,
    /** It is none of these. */
    NOT_IN;

    /** As it stands in a policy: {@code in} or {@code not-in}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
