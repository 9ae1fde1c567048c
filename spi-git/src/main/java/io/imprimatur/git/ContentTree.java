package io.imprimatur.git;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.Preconditions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectLoader;

/** A listing of files with their content. */
final class ContentTree implements Tree {
    private final Listing listing;
    private final Contents contents;
    private final Guard guard;

    ContentTree(Listing listing, Contents contents, Guard guard) {
        this.listing = listing;
        this.contents = contents;
        this.guard = guard;
    }

    @Override
    public List<RepoPath> paths() {
        return guard.call(() -> listing.all().stream()
                .map(file -> RepoPath.ofBytes(file.pathBytes()))
                .toList());
    }

    @Override
    public Optional<TreeFile> file(RepoPath path) {
        return guard.call(() -> {
            TreeEntry entry = listing.at(raw(path));
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new TreeFile(
                            path, FileVersions.mode(entry), contents.open(entry).getSize()));
        });
    }

    @Override
    public byte[] read(RepoPath path, int limit) {
        Preconditions.check(limit >= 0, "limit", limit, "must not be negative");
        return guard.call(() -> {
            TreeEntry entry = listing.at(raw(path));
            if (entry == null) {
                throw Trouble.error(ErrorCode.CONTENT_NOT_FOUND, "there is no file " + path, "check the path");
            }
            return read(contents.open(entry), path, limit);
        });
    }

    private static byte[] read(ObjectLoader content, RepoPath path, int limit) throws IOException {
        if (content.getSize() > limit) {
            throw Trouble.error(
                    ErrorCode.CONTENT_TOO_LARGE,
                    path + " has " + content.getSize() + " bytes, more than the limit of " + limit,
                    "raise the limit");
        }
        if (!content.isLarge()) {
            return content.getCachedBytes().clone();
        }
        try (InputStream in = content.openStream()) {
            return in.readAllBytes();
        }
    }

    private static String raw(RepoPath path) {
        return new String(path.bytes(), StandardCharsets.ISO_8859_1);
    }
}
