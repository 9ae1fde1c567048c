package io.imprimatur.git;

import java.io.IOException;

/** An object that can only be read whole, and is too large for that. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(long size) {
        super("an object of " + size + " bytes is stored as a delta and too large to unpack (at most "
                + StoredObjects.LARGEST_IN_MEMORY + ")");
    }
}
