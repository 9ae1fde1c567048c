package io.imprimatur.core.intake;

import java.io.IOException;
import java.io.InputStream;

/** A source whose opening is a function. */
record Named(String name, Opening opening) implements ReportSource {
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    @Override
    public InputStream open() throws IOException {
        return opening.open();
    }
}
