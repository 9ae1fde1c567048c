package io.imprimatur.error;

import java.util.Locale;

/**
 * What kind of error an {@link ImprimaturException} reports. Codes are stable: a constant is never renamed nor given
 * another meaning. Callers branch on the code, people read the {@link Problem}s.
 */
public enum ErrorCode {
    /** An argument breaks the rules of the type that it was handed to. */
    INVALID_VALUE(false),
    /** An object that an outsider filled (a draft) breaks its constraints. */
    INVALID_DRAFT(false),
    /** A document (JSON or YAML) is malformed, too large, too deep, or of an unknown schema. */
    INVALID_DOCUMENT(false),
    /** A policy cannot be used as it stands. */
    INVALID_POLICY(false),
    /** Waivers cannot be used as they stand. */
    INVALID_WAIVERS(false),
    /** A scanner refuses the settings that the policy gives it. */
    INVALID_CONFIGURATION(false),
    /** A secret that a scanner needs is not to be had from the embedder's source. */
    SECRET_NOT_FOUND(false),
    /** Two scanners share an id, or one takes an id that is reserved. */
    SCANNER_ID_CONFLICT(false),
    /** A scanner that was found cannot be loaded or created. */
    SCANNER_UNUSABLE(false),
    /** The assessment leans on an assumption that the policy does not declare. */
    ASSUMPTION_NOT_DECLARED(false),
    /** A path does not exist in the tree that was asked. */
    CONTENT_NOT_FOUND(false),
    /** Content exceeds the limit that the reader set. */
    CONTENT_TOO_LARGE(false),
    /** Content exists but is not here, for example in a partial clone. Fetching it may help. */
    CONTENT_UNAVAILABLE(true),
    /** A repository cannot be read: not one, damaged, of a kind that is not supported, or reaching outside itself. */
    REPOSITORY_UNREADABLE(false),
    /** A revision does not name a commit of the repository. */
    REVISION_NOT_FOUND(false),
    /** Two revisions share no ancestor, or it is beyond the edge of a shallow clone. */
    NO_MERGE_BASE(false),
    /** An outside resource failed; trying again may help. */
    IO_FAILURE(true),
    /** The Java runtime lacks something that its specification promises. */
    PLATFORM_UNSUITABLE(false),
    /** The object was closed before the call. */
    CLOSED(false),
    /** The calling thread was interrupted; its interrupt flag is set. */
    INTERRUPTED(true);

    private final boolean retryMayHelp;

    ErrorCode(boolean retryMayHelp) {
        this.retryMayHelp = retryMayHelp;
    }

    /** Whether the same call may succeed later with nothing else changed. */
    public boolean retryMayHelp() {
        return retryMayHelp;
    }

    /** The code as it stands in messages and JSON, for example {@code invalid-policy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
