package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;

/** The index as a list of files, the directories of a sparse index opened. */
final class IndexTree {
    private IndexTree() {}

    /** In the order of their paths; entries of which nothing is staged yet keep their mark. */
    static List<GitIndex.Entry> expand(List<GitIndex.Entry> entries, Trees trees) throws IOException {
        List<GitIndex.Entry> files = new ArrayList<>(entries.size());
        for (GitIndex.Entry entry : entries) {
            if (entry.file().mode() != FileMode.TREE) {
                files.add(entry);
                continue;
            }
            trees.files(entry.file().id(), file -> {
                TreeEntry inside = new TreeEntry(entry.file().path() + file.path(), file.mode(), file.id());
                files.add(new GitIndex.Entry(inside, false, true));
            });
        }
        return files;
    }

    /** What a commit of the index would hold. */
    static List<TreeEntry> staged(List<GitIndex.Entry> files) {
        return files.stream()
                .filter(entry -> !entry.onlyIntended())
                .map(GitIndex.Entry::file)
                .toList();
    }
}
