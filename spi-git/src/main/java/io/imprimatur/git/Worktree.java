package io.imprimatur.git;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.UnreadPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectLoader;

/** The working tree as one side of a change. */
final class Worktree {
    private final WorktreeScan.Result scan;
    private final Conversions conversions;
    private final Contents contents;

    private Worktree(WorktreeScan.Result scan, Conversions conversions, Contents contents) {
        this.scan = scan;
        this.conversions = conversions;
        this.contents = contents;
    }

    static Worktree read(OpenRepository repository, Contents stored) throws IOException {
        Path root = repository.layout().workingTree();
        if (root == null) {
            throw Trouble.unreadable("a bare repository has no working tree", "choose a range of commits");
        }
        Boundary boundary = repository.boundary();
        WorktreeFiles files = new WorktreeFiles(root, boundary, repository.config());
        List<GitIndex.Entry> index = repository.index();
        WorktreeScan.Result scan =
                WorktreeScan.of(files, boundary, repository.options().maxFiles(), index, repository.info("exclude"));
        Conversions conversions = new Conversions(files, boundary, repository.config(), repository.info("attributes"));
        // What a sparse checkout leaves out is taken from where it is stored.
        Set<TreeEntry> notOnDisk = index.stream()
                .filter(GitIndex.Entry::notOnDisk)
                .map(GitIndex.Entry::file)
                .collect(Collectors.toSet());
        return new Worktree(
                scan, conversions, entry -> notOnDisk.contains(entry) ? stored.open(entry) : files.open(entry));
    }

    Side side() {
        return new Side(new Revision.WorkingTree(), null, Listing.of(scan.files()), contents);
    }

    List<UnreadPath> unread() {
        return scan.unread();
    }

    /** What differs from {@code HEAD}; a path that could not be read is not taken for deleted. */
    List<Difference> differences(List<TreeEntry> head) {
        Set<RepoPath> unreadable = new HashSet<>();
        scan.unread().forEach(unread -> unreadable.add(unread.path()));
        return ListedDifferences.between(head, scan.files()).stream()
                .filter(difference -> difference.after() != null
                        || !unreadable.contains(
                                RepoPath.ofBytes(difference.old().pathBytes())))
                .toList();
    }

    /** Differing files that git might convert on their way into a commit: what it would hold is not what was read. */
    List<UnreadPath> converted(List<Difference> differences) throws IOException {
        List<UnreadPath> unread = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference.after() == null || !difference.current().isRegular()) {
                continue;
            }
            TreeEntry file = difference.current();
            ObjectLoader content = contents.open(file);
            byte[] bytes = content.isLarge() ? new byte[0] : content.getCachedBytes();
            String reason = conversions.of(file.path(), bytes);
            if (reason == null && difference.before() != null && isSameButForLineEnds(difference.old(), bytes)) {
                reason = "it differs from HEAD in line ends alone, which git may convert";
            }
            if (reason != null) {
                unread.add(new UnreadPath(RepoPath.ofBytes(file.pathBytes()), reason));
            }
        }
        return unread;
    }

    private static boolean isSameButForLineEnds(TreeEntry old, byte[] content) {
        byte[] plain = new byte[content.length];
        int length = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
                plain[length++] = content[i];
            }
        }
        return length < content.length
                && WorktreeFiles.id(Arrays.copyOf(plain, length)).equals(old.id());
    }
}
