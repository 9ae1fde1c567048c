package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** The files of a tree, without their content. Thread-safe. */
interface Listing {
    /** Every file, ordered by path. */
    List<TreeEntry> all() throws IOException;

    /** The file at a path (its bytes, one character each); null where there is none. */
    @Nullable
    TreeEntry at(String path) throws IOException;

    /** Files that are known already, ordered by path. */
    static Listing of(List<TreeEntry> files) {
        Map<String, TreeEntry> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return new Listing() {
            @Override
            public List<TreeEntry> all() {
                return files;
            }

            @Override
            public @Nullable TreeEntry at(String path) {
                return byPath.get(path);
            }
        };
    }

    /** A tree of the object store, whose directories are read when they are asked for, once. */
    static Listing stored(ObjectId tree, Trees trees) {
        Map<ObjectId, Map<String, TreeEntry>> directories = new ConcurrentHashMap<>();
        return new Listing() {
            @Override
            public List<TreeEntry> all() throws IOException {
                List<TreeEntry> files = new ArrayList<>();
                trees.files(tree, files::add);
                return files;
            }

            @Override
            public @Nullable TreeEntry at(String path) throws IOException {
                ObjectId directory = tree;
                int start = 0;
                for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
                    TreeEntry child = children(directory).get(path.substring(start, slash));
                    if (child == null || child.mode() != FileMode.TREE) {
                        return null;
                    }
                    directory = child.id();
                    start = slash + 1;
                }
                TreeEntry child = children(directory).get(path.substring(start));
                return child == null || child.mode() == FileMode.TREE
                        ? null
                        : new TreeEntry(path, child.mode(), child.id());
            }

            private Map<String, TreeEntry> children(ObjectId directory) throws IOException {
                Map<String, TreeEntry> known = directories.get(directory);
                if (known == null) {
                    known = trees.children(directory);
                    directories.put(directory, known);
                }
                return known;
            }
        };
    }
}
