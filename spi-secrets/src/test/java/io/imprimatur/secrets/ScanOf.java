package io.imprimatur.secrets;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A change made of files in memory, and a scan of it. */
final class ScanOf implements ScanRequest, ChangeContent {
    final List<FindingDraft> findings = new ArrayList<>();
    int room = Integer.MAX_VALUE;
    BooleanSupplier cancelled = () -> false;
    ErrorCode failure;

    private final List<ChangedFile> files = new ArrayList<>();
    private final Map<RepoPath, byte[]> contents = new TreeMap<>();

    ScanOf added(String path, byte[] content) {
        return with(path, content, FileMode.REGULAR, content.length == 0 ? 0 : 1 + lineFeeds(content));
    }

    /** A file of which only this many lines at its start are new. */
    ScanOf with(String path, byte[] content, FileMode mode, int addedLines) {
        RepoPath file = RepoPath.of(path);
        boolean binary = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
        LineRanges added = binary || addedLines == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, addedLines));
        FileVersion after = new FileVersion(file, mode, Digest.of(content), content.length, binary);
        files.add(new ChangedFile(ChangeStatus.ADDED, null, after, added, 0, true));
        contents.put(file, content);
        return this;
    }

    ScanOf deleted(String path) {
        FileVersion before = new FileVersion(RepoPath.of(path), FileMode.REGULAR, Digest.of(new byte[0]), 0, false);
        files.add(new ChangedFile(ChangeStatus.DELETED, before, null, LineRanges.NONE, 1, true));
        return this;
    }

    Coverage by(Scanner scanner) throws InterruptedException {
        FindingSink sink = finding -> {
            if (findings.size() >= room) {
                return false;
            }
            findings.add(finding);
            return true;
        };
        return scanner.scan(this, sink);
    }

    private static int lineFeeds(byte[] content) {
        int count = 0;
        for (byte b : content) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    @Override
    public Change change() {
        Revision revision = new Revision.WorkingTree();
        return new Change("acme/shop", new Revision.Empty(), revision, null, List.of(), null, files, List.of());
    }

    @Override
    public ChangeContent content() {
        return this;
    }

    @Override
    public Duration remaining() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public Tree base() {
        throw new AssertionError("the base is nobody's business here");
    }

    @Override
    public Tree head() {
        return new Tree() {
            @Override
            public List<RepoPath> paths() {
                return List.copyOf(contents.keySet());
            }

            @Override
            public Optional<TreeFile> file(RepoPath path) {
                throw new AssertionError("the change says all that is needed");
            }

            @Override
            public byte[] read(RepoPath path, int limit) {
                byte[] content = contents.get(path);
                if (failure != null) {
                    throw new ImprimaturException(failure, Problem.of("it is not to be had"));
                }
                if (content.length > limit) {
                    throw new ImprimaturException(ErrorCode.CONTENT_TOO_LARGE, Problem.of("it is too large"));
                }
                return content.clone();
            }
        };
    }
}
