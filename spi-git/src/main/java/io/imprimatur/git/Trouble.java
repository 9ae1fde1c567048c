package io.imprimatur.git;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;

/** The errors of this module, each with what to do about it. */
final class Trouble {
    private static final int LONGEST_SENTENCE = 1000;

    private Trouble() {}

    /** The repository cannot be read as it is. */
    static ImprimaturException unreadable(String what, String remedy) {
        return error(ErrorCode.REPOSITORY_UNREADABLE, what, remedy);
    }

    /** A revision names no commit. */
    static ImprimaturException notFound(String what, String remedy) {
        return error(ErrorCode.REVISION_NOT_FOUND, what, remedy);
    }

    static ImprimaturException noMergeBase(String what, String remedy) {
        return error(ErrorCode.NO_MERGE_BASE, what, remedy);
    }

    /** An object that ought to be there is not. */
    static ImprimaturException missing(AnyObjectId id, boolean partial, boolean shallow) {
        String what = "object " + id.name() + " is not in the repository";
        if (partial) {
            return error(
                    ErrorCode.CONTENT_UNAVAILABLE,
                    what + ", which is a partial clone",
                    "run `git fetch --refetch --no-filter` there, or `git cat-file -e " + id.name() + "`");
        }
        if (shallow) {
            return error(
                    ErrorCode.CONTENT_UNAVAILABLE, what + ", which is a shallow clone", "run `git fetch --unshallow`");
        }
        return error(ErrorCode.REPOSITORY_UNREADABLE, what, "run `git fsck`, or fetch it");
    }

    /** What a read of the repository threw, as the error that callers get. */
    static ImprimaturException from(Exception cause) {
        if (cause instanceof ImprimaturException known) {
            return known;
        }
        if (cause instanceof MissingObjectException missing) {
            return missing(missing.getObjectId(), false, false);
        }
        boolean damaged = cause instanceof CorruptObjectException || cause instanceof RuntimeException;
        ErrorCode code = cause instanceof TooLargeException
                ? ErrorCode.CONTENT_TOO_LARGE
                : damaged ? ErrorCode.REPOSITORY_UNREADABLE : ErrorCode.IO_FAILURE;
        Problem problem = Problem.of("the repository could not be read: " + reason(cause))
                .remedy(damaged ? "run `git fsck`" : "check that the repository is there and readable");
        return new ImprimaturException(code, List.of(problem), cause);
    }

    /** Why one file could not be read, fit for {@link io.imprimatur.change.UnreadPath}. */
    static String sentence(Exception cause) {
        String text = cause instanceof ImprimaturException known
                ? known.problems().get(0).message()
                : reason(cause);
        return text.substring(0, Math.min(text.length(), LONGEST_SENTENCE));
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        boolean plain = cause.getClass() == IOException.class || cause instanceof TooLargeException;
        return message == null ? kind : plain ? message : kind + ": " + message;
    }

    static ImprimaturException error(ErrorCode code, String what, String remedy) {
        return new ImprimaturException(code, Problem.of(what).remedy(remedy));
    }
}
