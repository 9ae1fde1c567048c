package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Walks over tree objects. Equal subtrees are not opened. */
final class Trees {
    /** As deep as git itself goes ({@code core.maxTreeDepth}). */
    private static final int DEEPEST = 2048;

    private final ObjectReader reader;
    private final int limit;

    /** @param limit the most files that a walk may give */
    Trees(ObjectReader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** What differs between two trees, ordered by path; null is the empty tree. */
    List<Difference> between(@Nullable AnyObjectId before, @Nullable AnyObjectId after) throws IOException {
        List<Difference> differences = new ArrayList<>();
        walk(List.of(reference(before), reference(after)), TreeFilter.ANY_DIFF, walk -> {
            TreeEntry old = entry(walk, 0);
            TreeEntry current = entry(walk, 1);
            // Modes such as 100664, which git reads as 100644, are no difference.
            if (old == null || current == null || !old.holdsSameAs(current)) {
                differences.add(Difference.of(old, current));
            }
        });
        return differences;
    }

    /** The paths at which a commit differs from every one of its parents. */
    List<String> changed(AnyObjectId tree, List<? extends AnyObjectId> parents) throws IOException {
        List<String> paths = new ArrayList<>();
        List<Tree> trees = new ArrayList<>();
        trees.add(reference(tree));
        parents.forEach(parent -> trees.add(reference(parent)));
        if (parents.isEmpty()) {
            trees.add(Tree.EMPTY);
        }
        walk(trees, TreeFilter.ANY_DIFF, walk -> {
            TreeEntry current = entry(walk, 0);
            for (int i = 1; i < trees.size(); i++) {
                TreeEntry old = entry(walk, i);
                if (current == null ? old == null : current.equals(old)) {
                    return;
                }
            }
            paths.add(TreeEntry.path(walk.getRawPath()));
        });
        return paths;
    }

    /** Every file of a tree, ordered by path; null is the empty tree. */
    void files(@Nullable AnyObjectId tree, Visitor<TreeEntry> visitor) throws IOException {
        walk(List.of(reference(tree)), TreeFilter.ALL, walk -> {
            TreeEntry entry = entry(walk, 0);
            if (entry != null) {
                visitor.visit(entry);
            }
        });
    }

    /** What one directory holds, by name; subdirectories with {@link FileMode#TREE}. */
    Map<String, TreeEntry> children(AnyObjectId directory) throws IOException {
        Map<String, TreeEntry> children = new HashMap<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(directory);
            while (walk.next()) {
                checkName(walk);
                String name = TreeEntry.path(walk.getRawPath());
                children.put(name, new TreeEntry(name, walk.getFileMode(0), walk.getObjectId(0)));
            }
        }
        return children;
    }

    private void walk(List<Tree> trees, TreeFilter filter, Visitor<TreeWalk> visitor) throws IOException {
        int count = 0;
        try (TreeWalk walk = new TreeWalk(reader)) {
            for (Tree tree : trees) {
                if (tree.id == null) {
                    walk.addTree(new EmptyTreeIterator());
                } else {
                    walk.addTree(tree.id);
                }
            }
            walk.setFilter(filter);
            while (walk.next()) {
                checkName(walk);
                if (walk.isSubtree()) {
                    if (walk.getDepth() > DEEPEST) {
                        throw Trouble.unreadable("a tree is more than " + DEEPEST + " directories deep", "split it");
                    }
                    walk.enterSubtree();
                } else {
                    if (++count > limit) {
                        throw Trouble.unreadable("more than " + limit + " files differ", "judge a smaller change");
                    }
                    visitor.visit(walk);
                }
            }
        }
    }

    /** A name with a slash in it would pass for a path that another entry has. */
    private static void checkName(TreeWalk walk) {
        byte[] path = walk.getRawPath();
        int slashes = 0;
        for (byte b : path) {
            slashes += b == '/' ? 1 : 0;
        }
        if (slashes != walk.getDepth()) {
            throw Trouble.unreadable(
                    "the tree has a name with a slash in it, at " + TreeEntry.path(path), "run `git fsck`");
        }
    }

    private static @Nullable TreeEntry entry(TreeWalk walk, int tree) {
        FileMode mode = walk.getFileMode(tree);
        if (mode == FileMode.MISSING || mode == FileMode.TREE) {
            return null;
        }
        return new TreeEntry(TreeEntry.path(walk.getRawPath()), mode, walk.getObjectId(tree));
    }

    private static Tree reference(@Nullable AnyObjectId id) {
        return id == null ? Tree.EMPTY : new Tree(id);
    }

    private record Tree(@Nullable AnyObjectId id) {
        static final Tree EMPTY = new Tree(null);
    }

    interface Visitor<T> {
        void visit(T found) throws IOException;
    }
}
