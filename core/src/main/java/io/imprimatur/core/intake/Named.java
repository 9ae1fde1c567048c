package io.imprimatur.core.intake;

import java.io.InputStream;
import java.util.function.Supplier;

/** A source whose opening is a function. */
record Named(String name, Supplier<InputStream> opening) implements ReportSource {
    @Override
    public InputStream open() {
        return opening.get();
    }
}
