package io.imprimatur.git;

import io.imprimatur.change.Revision;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * One side of a change.
 *
 * @param tree the tree object, where there is one
 */
record Side(Revision revision, @Nullable ObjectId tree, Listing listing, Contents contents) {
    static Side empty(Contents stored) {
        return new Side(new Revision.Empty(), null, Listing.of(List.of()), stored);
    }

    static Side of(RevCommit commit, Trees trees, Contents stored) {
        ObjectId tree = commit.getTree().copy();
        return new Side(new Revision.OfCommit(commit.name()), tree, Listing.stored(tree, trees), stored);
    }
}
