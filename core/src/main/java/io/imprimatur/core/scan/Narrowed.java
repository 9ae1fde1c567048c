package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.scan.ScanRequest;
import java.time.Duration;
import java.util.List;

/** The same request, of some of the files. */
record Narrowed(ScanRequest whole, List<ChangedFile> files) implements ScanRequest {
    @Override
    public Change change() {
        return whole.change().withFiles(files);
    }

    @Override
    public ChangeContent content() {
        return whole.content();
    }

    @Override
    public Duration remaining() {
        return whole.remaining();
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
