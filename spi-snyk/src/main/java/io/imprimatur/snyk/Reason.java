package io.imprimatur.snyk;

import io.imprimatur.scan.Gap;
import java.util.regex.Pattern;

/**
 * Why a project was not tested, told from the tool's words. The words themselves may quote what the tool read, so they are
 * never passed on.
 */
enum Reason {
    MANIFEST(
            Gap.Cause.FAILED,
            "a manifest cannot be read",
            "failed to (read|parse)|in json at|not valid json|syntax ?error"),
    TOKEN(
            Gap.Cause.NOT_CONFIGURED,
            "Snyk's service refuses the token",
            "not authori[sz]ed|unauthori[sz]ed"
                    + "|authenticat|\\b40[13]\\b|forbidden|missing_?api_?token|invalid.{0,20}token|auth token"),
    QUOTA(
            Gap.Cause.FAILED,
            "the limit of tests of Snyk's service is reached",
            "rate limit|too many requests|\\b429\\b" + "|quota|limit (was )?(reached|exceeded)|test limit"),
    FEATURE(
            Gap.Cause.NOT_CONFIGURED,
            "the organisation may not do this at Snyk",
            "unsupported action for org"
                    + "|not (enabled|supported|available) for (this |your )?org|feature ?not ?supported|entitle"),
    NOTHING(
            Gap.Cause.UNSUPPORTED,
            "there is no project that Snyk supports",
            "could not detect|no supported" + "|not supported|unsupported"),
    LOCK(
            Gap.Cause.FAILED,
            "it has no lock file, or one that does not fit it",
            "missing node_modules|out of sync" + "|lock ?file|bundle install|npm install|yarn install"),
    PROGRAM(
            Gap.Cause.FAILED,
            "a program that it needs is not there or failed",
            "is not available|enoent|spawn" + "|child process|exit code|make sure (it|you|that)|installed"),
    SERVICE(
            Gap.Cause.FAILED,
            "Snyk's service fails or cannot be reached",
            "econn|enotfound|getaddrinfo|socket|timed? ?out"
                    + "|internal server|\\b50[0-4]\\b|bad gateway|unavailable|proxy|certificate|connect|cannot create property|failed to get"),
    UNKNOWN(Gap.Cause.FAILED, "the tool reports an error", "");

    private final Gap.Cause cause;
    private final String words;
    private final Pattern pattern;

    Reason(Gap.Cause cause, String words, String pattern) {
        this.cause = cause;
        this.words = words;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    static Reason of(String error) {
        for (Reason reason : values()) {
            if (reason.pattern.matcher(error).find()) {
                return reason;
            }
        }
        return UNKNOWN;
    }

    Gap.Cause cause() {
        return cause;
    }

    /** As part of a sentence. */
    String words() {
        return words;
    }
}
