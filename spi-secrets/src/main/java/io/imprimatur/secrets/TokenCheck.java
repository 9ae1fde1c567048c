package io.imprimatur.secrets;

import org.jspecify.annotations.Nullable;

/** Judges a token that has the right shape. */
interface TokenCheck {
    /** How sure it is that the token is real; null if it certainly is none. */
    @Nullable
    Grade grade(Text text, Span token);

    /** For kinds without anything to verify. */
    static TokenCheck always(Grade grade) {
        return (text, token) -> grade;
    }
}
