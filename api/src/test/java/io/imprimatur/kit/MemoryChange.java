package io.imprimatur.kit;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Tree;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A change that stands in memory: the files before, the files after, and what follows from the two. Immutable and safe
 * for use by several threads.
 *
 * <pre>{@code
 * MemoryChange change = MemoryChange.builder()
 *         .base("src/Login.java", "class Login {}\n")
 *         .head("src/Login.java", "class Login {\n    // your code here\n}\n")
 *         .build();
 * }</pre>
 */
public final class MemoryChange implements ChangeContent {
    private final SortedMap<RepoPath, MemoryFile> base;
    private final SortedMap<RepoPath, MemoryFile> head;
    private final Map<RepoPath, RepoPath> renamed;
    private final Change change;

    private MemoryChange(Builder builder) {
        base = Collections.unmodifiableSortedMap(new TreeMap<>(builder.base));
        head = Collections.unmodifiableSortedMap(new TreeMap<>(builder.head));
        renamed = Map.copyOf(builder.renamed);
        change = new Change(
                "acme/shop",
                new Revision.OfCommit("b".repeat(40)),
                new Revision.OfCommit("c".repeat(40)),
                builder.target,
                List.of(),
                null,
                changedFiles(builder.linesUnknown),
                builder.unread);
    }

    /** A change with nothing in it yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** What changed. */
    public Change change() {
        return change;
    }

    @Override
    public Tree base() {
        return new MemoryTree(base);
    }

    @Override
    public Tree head() {
        return new MemoryTree(head);
    }

    SortedMap<RepoPath, MemoryFile> headFiles() {
        return head;
    }

    private List<ChangedFile> changedFiles(Set<RepoPath> linesUnknown) {
        SortedSet<RepoPath> paths = new TreeSet<>(base.keySet());
        paths.addAll(head.keySet());
        renamed.values().forEach(paths::remove);
        List<ChangedFile> changed = new ArrayList<>();
        for (RepoPath path : paths) {
            RepoPath before = renamed.getOrDefault(path, path);
            MemoryFile old = base.get(before);
            MemoryFile now = head.get(path);
            ChangeStatus status = status(before.equals(path), old, now);
            if (status != null) {
                boolean known = !linesUnknown.contains(path);
                boolean lines = known && (old == null || old.isText()) && (now == null || now.isText());
                List<String> oldLines = lines && old != null ? old.lines() : List.of();
                List<String> newLines = lines && now != null ? now.lines() : List.of();
                LineRanges added = LineDiff.added(oldLines, newLines);
                changed.add(new ChangedFile(
                        status,
                        old == null ? null : old.at(before),
                        now == null ? null : now.at(path),
                        added,
                        oldLines.size() - (newLines.size() - added.count()),
                        known));
            }
        }
        return changed;
    }

    private static @Nullable ChangeStatus status(boolean samePath, @Nullable MemoryFile old, @Nullable MemoryFile now) {
        if (old == null) {
            return ChangeStatus.ADDED;
        }
        if (now == null) {
            return ChangeStatus.DELETED;
        }
        if (!samePath) {
            return ChangeStatus.RENAMED;
        }
        if (old.mode() != now.mode() && (isLinkOrModule(old.mode()) || isLinkOrModule(now.mode()))) {
            return ChangeStatus.TYPE_CHANGED;
        }
        if (!Arrays.equals(old.content(), now.content())) {
            return ChangeStatus.MODIFIED;
        }
        return old.mode() == now.mode() ? null : ChangeStatus.MODE_CHANGED;
    }

    private static boolean isLinkOrModule(FileMode mode) {
        return mode == FileMode.SYMLINK || mode == FileMode.SUBMODULE;
    }

    /** Puts a change together. A file that is the same on both sides did not change. Not thread-safe. */
    public static final class Builder {
        private final Map<RepoPath, MemoryFile> base = new HashMap<>();
        private final Map<RepoPath, MemoryFile> head = new HashMap<>();
        private final Map<RepoPath, RepoPath> renamed = new HashMap<>();
        private final Set<RepoPath> linesUnknown = new HashSet<>();
        private final List<UnreadPath> unread = new ArrayList<>();
        private @Nullable String target = "main";

        private Builder() {}

        /** A text file before the change, in UTF-8. */
        public Builder base(String path, String text) {
            return base(RepoPath.of(path), FileMode.REGULAR, text.getBytes(StandardCharsets.UTF_8));
        }

        /** A file before the change. */
        public Builder base(RepoPath path, FileMode mode, byte[] content) {
            base.put(path, new MemoryFile(mode, content.clone(), null));
            return this;
        }

        /** A text file after the change, in UTF-8. */
        public Builder head(String path, String text) {
            return head(RepoPath.of(path), FileMode.REGULAR, text.getBytes(StandardCharsets.UTF_8));
        }

        /** A file after the change. */
        public Builder head(RepoPath path, FileMode mode, byte[] content) {
            head.put(path, new MemoryFile(mode, content.clone(), null));
            return this;
        }

        /** A text file that the change does not touch, in UTF-8. */
        public Builder unchanged(String path, String text) {
            return base(path, text).head(path, text);
        }

        /** Says that a file of the head was another one at base, which is not at head any more. */
        public Builder renamed(String from, String to) {
            return renamed(RepoPath.of(from), RepoPath.of(to));
        }

        /** As {@link #renamed(String, String)}. */
        public Builder renamed(RepoPath from, RepoPath to) {
            renamed.put(to, from);
            return this;
        }

        /**
         * Makes the content of a file of the head, given before, fail to be read with this error. With
         * {@link ErrorCode#CONTENT_TOO_LARGE} it also says that it has a size of a tebibyte.
         */
        public Builder headFails(String path, ErrorCode error) {
            return headFails(RepoPath.of(path), error);
        }

        /** As {@link #headFails(String, ErrorCode)}. */
        public Builder headFails(RepoPath path, ErrorCode error) {
            MemoryFile file = Objects.requireNonNull(head.get(path), "give the file before saying that it fails");
            head.put(path, new MemoryFile(file.mode(), file.content(), error));
            return this;
        }

        /** Says that the added lines of a changed file were not counted. */
        public Builder linesUnknown(String path) {
            linesUnknown.add(RepoPath.of(path));
            return this;
        }

        /** Says that a path of the change could not be read. */
        public Builder unread(String path, String reason) {
            unread.add(new UnreadPath(RepoPath.of(path), reason));
            return this;
        }

        /** The branch that the change is meant for; {@code main} unless said, null where not known. */
        public Builder target(@Nullable String branch) {
            target = branch;
            return this;
        }

        /** The change. */
        public MemoryChange build() {
            return new MemoryChange(this);
        }
    }
}
