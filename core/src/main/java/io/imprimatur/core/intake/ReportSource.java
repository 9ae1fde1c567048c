package io.imprimatur.core.intake;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** A report that can be read more than once. Implementations MUST give the same bytes at every opening. */
public interface ReportSource {
    /** What errors call it, for example the name of its file. */
    String name();

    /**
     * Its bytes from the beginning; whoever opens closes.
     *
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE}
     */
    InputStream open();

    /** A file. */
    static ReportSource of(Path file) {
        return new ReportFile(file.toString(), file);
    }

    /** A file under another name, where its folder is nobody's business. */
    static ReportSource of(String name, Path file) {
        return new ReportFile(name, file);
    }

    /** Bytes in memory, which must not change. */
    static ReportSource of(String name, byte[] content) {
        return new Named(Preconditions.notNull(name, "name"), () -> new ByteArrayInputStream(content));
    }

    /** The same report, whose reading ends with an {@link InterruptedIOException} once it is no longer wanted. */
    default ReportSource until(BooleanSupplier unwanted) {
        return new Named(name(), () -> new FilterInputStream(open()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (unwanted.getAsBoolean()) {
                    throw new InterruptedIOException("the report is no longer wanted");
                }
                return super.read(bytes, offset, length);
            }
        });
    }
}
