package io.imprimatur.snyk;

import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.scan.ScanRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What of a request the answer depends on, on its way to a digest: the files that are laid out, the names of those that are
 * told of and not laid out, and what of the change decides what becomes of an issue. Lines are not among it: which are new,
 * the gate says of every finding by itself. Not thread-safe.
 */
final class Question {
    private final ScanRequest request;
    private final List<String> parts = new ArrayList<>();

    Question(ScanRequest request) {
        this.request = request;
    }

    /**
     * By the manifests of the side after the change, of which some are laid out, none that is larger than this. About which of
     * them there must be an answer follows from those.
     */
    void ofProjects(Manifests manifests, int mostBytes) throws InterruptedException {
        Touched touched = Touched.by(request.change());
        add("builds", manifests.builds());
        add("gaps", manifests.gaps());
        add("touched", List.of(touched.policy(), touched.manifests()));
        add("changed", touched.files().stream().filter(Manifests::mayMatter).toList());
        addFiles(manifests.files(), mostBytes);
    }

    /** By files of code, of which none is laid out that is larger than this. */
    void ofCode(List<RepoPath> files, int mostBytes) throws InterruptedException {
        add("comments", Comments.brought(request));
        addFiles(files, mostBytes);
    }

    Digest digest() {
        return Digest.of(parts);
    }

    /** How many there are goes before them, so that none is taken for one of another kind. */
    private void add(String kind, Collection<?> some) {
        parts.add(kind + " " + some.size());
        some.forEach(each -> parts.add(each.toString()));
    }

    private void addFiles(List<RepoPath> files, int mostBytes) throws InterruptedException {
        List<String> contents = new ArrayList<>();
        for (RepoPath path : files) {
            request.checkCancelled();
            contents.add(path + " " + content(request.content().head(), path, mostBytes));
        }
        add("files", contents);
    }

    private static String content(Tree head, RepoPath path, int mostBytes) {
        TreeFile file = head.file(path).orElse(null);
        if (file == null) {
            return "none";
        }
        boolean isRead =
                file.mode() != FileMode.SYMLINK && file.mode() != FileMode.SUBMODULE && file.size() <= mostBytes;
        return isRead
                ? file.mode() + " " + Digest.of(head.read(path, mostBytes))
                : file.mode() + (file.size() <= mostBytes ? " not read" : " large");
    }
}
