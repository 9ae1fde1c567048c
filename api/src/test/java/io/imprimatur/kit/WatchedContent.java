package io.imprimatur.kit;

import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of every file of the head before it is read. */
record WatchedContent(ChangeContent content, Consumer<RepoPath> beforeRead) implements ChangeContent {
    @Override
    public Tree base() {
        return content.base();
    }

    @Override
    public Tree head() {
        Tree head = content.head();
        return new Tree() {
            @Override
            public List<RepoPath> paths() {
                return head.paths();
            }

            @Override
            public Optional<TreeFile> file(RepoPath path) {
                return head.file(path);
            }

            @Override
            public byte[] read(RepoPath path, int limit) {
                beforeRead.accept(path);
                return head.read(path, limit);
            }
        };
    }
}
