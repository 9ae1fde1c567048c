package io.imprimatur.secrets;

import io.imprimatur.finding.Severity;

/** How sure the detector is that a match is a working secret, and how bad that would be. */
enum Grade {
    /** A checksum holds, or a private key decodes and is not encrypted. */
    VERIFIED(Severity.CRITICAL, "0.99", "confirmed by its checksum or encoding"),
    /** The structure is the provider's own and cannot well be anything else. */
    STRUCTURAL(Severity.HIGH, "0.9", "recognised by its structure"),
    /** The structure is plain enough that something else may look like it, or the secret may have expired. */
    LIKELY(Severity.HIGH, "0.7", "recognised by its form"),
    /** A private key under a passphrase. */
    ENCRYPTED(Severity.MEDIUM, "0.9", "as safe as its passphrase"),
    /** The structure is there, but what verifies it is not. */
    DOUBTFUL(
            Severity.MEDIUM,
            "0.3",
            "though it does not verify: mistyped, invented, or of a format newer than this one");

    private final Severity severity;
    private final String confidence;
    private final String reason;

    Grade(Severity severity, String confidence, String reason) {
        this.severity = severity;
        this.confidence = confidence;
        this.reason = reason;
    }

    Severity severity() {
        return severity;
    }

    /** From 0 to 1, as a decimal. */
    String confidence() {
        return confidence;
    }

    /** Why it is believed, or not, as the end of a sentence. */
    String reason() {
        return reason;
    }
}
