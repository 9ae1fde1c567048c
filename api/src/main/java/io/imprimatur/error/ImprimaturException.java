package io.imprimatur.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that leaves a public method of this library. It carries a stable {@link ErrorCode} and every
 * {@link Problem} found, not only the first. The message lists at most {@value #MAX_LISTED} of them.
 */
public class ImprimaturException extends RuntimeException {
    /** More problems than these are counted in the message, not listed. */
    public static final int MAX_LISTED = 50;

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Problem> problems;

    /** One problem. */
    public ImprimaturException(ErrorCode code, Problem problem) {
        this(code, List.of(problem), null);
    }

    /** Several problems, at least one. */
    public ImprimaturException(ErrorCode code, List<Problem> problems) {
        this(code, problems, null);
    }

    /** Several problems, at least one, with the exception that revealed them. The cause must hold no secret. */
    public ImprimaturException(ErrorCode code, List<Problem> problems, @Nullable Throwable cause) {
        super(message(code, problems), cause);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    private static String message(ErrorCode code, List<Problem> problems) {
        if (problems.size() == 1) {
            return code.id() + ": " + problems.get(0);
        }
        String listed = problems.stream()
                .limit(MAX_LISTED)
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining());
        // Whoever finds so many may have stopped looking, and says so with the last of them.
        int rest = problems.size() - MAX_LISTED;
        return code.id() + ": " + (rest > 0 ? "at least " : "") + problems.size() + " problems" + listed
                + (rest > 0 ? "\n  and at least " + rest + " more" : "");
    }

    /** What kind of error this is. */
    public ErrorCode code() {
        return code;
    }

    /** Everything that is wrong, in the order found; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
