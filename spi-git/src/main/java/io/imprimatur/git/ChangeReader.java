package io.imprimatur.git;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Tree;
import io.imprimatur.change.UnreadPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Puts a change together: which two sides, which files, which commits. */
final class ChangeReader {
    private final OpenRepository repository;
    private final Trees trees;
    private final Contents stored;
    private final Guard guard;

    ChangeReader(OpenRepository repository, Guard guard) {
        this.repository = repository;
        this.trees = repository.trees();
        this.stored = Contents.stored(repository.objects());
        this.guard = guard;
    }

    GitChange read(String name, ChangeSelection selection) throws IOException {
        if (selection instanceof ChangeSelection.Range range) {
            return range(name, range);
        } else if (selection instanceof ChangeSelection.OneCommit one) {
            return oneCommit(name, one);
        } else if (selection instanceof ChangeSelection.Staged) {
            return staged(name);
        }
        return workingTree(name);
    }

    Tree tree(RevCommit commit) {
        return tree(Side.of(commit, trees, stored));
    }

    private GitChange range(String name, ChangeSelection.Range range) throws IOException {
        RevCommit target = repository.revisions().commit(range.base());
        RevCommit head = repository.revisions().commit(range.head());
        RevCommit base = repository.history().mergeBase(target, head);
        List<RevCommit> commits =
                repository.history().between(target, head, repository.options().maxCommits());
        Side before = Side.of(base, trees, stored);
        Side after = Side.of(head, trees, stored);
        String branch = repository.branches().named(range.base());
        List<Difference> differences = trees.between(before.tree(), after.tree());
        return assemble(name, before, after, branch, commits, differences, List.of(), Side.of(target, trees, stored));
    }

    private GitChange oneCommit(String name, ChangeSelection.OneCommit one) throws IOException {
        RevCommit commit = repository.revisions().commit(one.commit());
        Side before = side(repository.history().firstParent(commit));
        Side after = Side.of(commit, trees, stored);
        List<Difference> differences = trees.between(before.tree(), after.tree());
        return assemble(name, before, after, null, List.of(commit), differences, List.of(), before);
    }

    private GitChange staged(String name) throws IOException {
        Side before = head();
        List<TreeEntry> files = IndexTree.staged(repository.index());
        Side after = new Side(new Revision.Index(), null, Listing.of(files), stored);
        List<Difference> differences =
                ListedDifferences.between(before.listing().all(), files);
        return assemble(
                name, before, after, repository.branches().checkedOut(), List.of(), differences, List.of(), before);
    }

    private GitChange workingTree(String name) throws IOException {
        Side before = head();
        Worktree worktree = Worktree.read(repository, stored);
        Side after = worktree.side();
        List<Difference> differences = worktree.differences(before.listing().all());
        List<UnreadPath> unread = new ArrayList<>(worktree.unread());
        unread.addAll(worktree.converted(differences));
        return assemble(
                name, before, after, repository.branches().checkedOut(), List.of(), differences, unread, before);
    }

    private Side head() throws IOException {
        ObjectId head = repository.refs().find("HEAD");
        return side(head == null ? null : repository.history().commit(head, "HEAD"));
    }

    private Side side(@Nullable RevCommit commit) {
        return commit == null ? Side.empty(stored) : Side.of(commit, trees, stored);
    }

    private Tree tree(Side side) {
        return new ContentTree(side.listing(), side.contents(), guard);
    }

    private GitChange assemble(
            String name,
            Side before,
            Side after,
            @Nullable String branch,
            List<RevCommit> commits,
            List<Difference> plain,
            List<UnreadPath> unread,
            Side target)
            throws IOException {
        List<Difference> renamed = RenameDetection.apply(plain, before.contents(), after.contents());
        List<Difference> differences = CopyDetection.apply(renamed, before.tree(), trees);
        FileChanges reader = new FileChanges(
                new FileVersions(repository.options().maxDiffBytes()), before.contents(), after.contents());
        List<ChangedFile> files = new ArrayList<>(differences.size());
        for (Difference difference : differences) {
            files.add(reader.of(difference));
        }
        Change change =
                new Change(name, before.revision(), after.revision(), branch, described(commits), null, files, unread);
        String judge = target.revision() instanceof Revision.OfCommit commit ? commit.id() : null;
        return new GitChange(change, new BothSides(tree(before), tree(after)), tree(target), judge);
    }

    private List<Commit> described(List<RevCommit> commits) throws IOException {
        CommitReader reader = new CommitReader(trees);
        List<Commit> described = new ArrayList<>();
        for (RevCommit commit : commits) {
            described.add(reader.read(commit, repository.history().parents(commit)));
        }
        return described;
    }

    private record BothSides(Tree base, Tree head) implements ChangeContent {}
}
