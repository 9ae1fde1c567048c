package io.imprimatur.git;

import io.imprimatur.error.ErrorCode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.MissingObjectException;

/** The border of this module: nothing runs after the repository is closed, and only our exceptions get out. */
final class Guard {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final History history;

    Guard(History history) {
        this.history = history;
    }

    <T> T call(Action<T> action) {
        if (closed.get()) {
            throw Trouble.error(
                    ErrorCode.CLOSED, "the repository was closed", "keep it open while its change is in use");
        }
        try {
            return action.run();
        } catch (MissingObjectException missing) {
            throw history.missing(missing);
        } catch (IOException | RuntimeException failed) {
            throw Trouble.from(failed);
        }
    }

    /** Whether this call was the one that closed it. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    interface Action<T> {
        T run() throws IOException;
    }
}
