package io.imprimatur.git;

import io.imprimatur.change.Tree;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A git repository to read changes from. Thread-safe.
 *
 * <p>Nothing of the repository is run: no hook, filter, text conversion or file system monitor. Nothing is written into
 * it. Nothing outside it is read: neither the user's nor the system's configuration, nor an alternate object directory
 * that was not {@linkplain GitOptions#allow allowed}. Inside are the git directory, the common directory that linked
 * worktrees share, and the working tree. Bare repositories, linked worktrees, submodules, shallow and partial clones can
 * be read as far as they hold what is asked; nothing is ever fetched. Repositories with SHA-256 ids, with reftable or
 * with a split index are refused.
 *
 * <p>Every object is held to its id, so what is read is what the commit names. Replacement refs, grafts and attributes
 * are not consulted: they could make the same commit look otherwise to the gate than to others.
 *
 * <p>Packs are those that were there when the repository was opened; open it anew after a fetch.
 */
public final class GitRepository implements AutoCloseable {
    private final OpenRepository repository;
    private final Guard guard;
    private final ChangeReader reader;

    private GitRepository(OpenRepository repository) {
        this.repository = repository;
        this.guard = new Guard(repository.history());
        this.reader = new ChangeReader(repository, guard);
    }

    /**
     * Opens the repository whose working tree, or git directory, this is.
     *
     * @throws ImprimaturException {@code REPOSITORY_UNREADABLE} where it is none, of a kind that is not supported, or
     *     reaches outside itself
     */
    public static GitRepository open(Path directory) {
        return open(directory, GitOptions.DEFAULT);
    }

    /** Opens a repository with options; otherwise as {@link #open(Path)}. */
    public static GitRepository open(Path directory, GitOptions options) {
        Preconditions.notNull(directory, "directory");
        Preconditions.notNull(options, "options");
        try {
            RepositoryLayout layout = RepositoryLayout.find(directory, options.allowed());
            return new GitRepository(OpenRepository.open(layout, options));
        } catch (IOException | RuntimeException failed) {
            throw Trouble.from(failed);
        }
    }

    /**
     * Reads a change.
     *
     * @param name a name for the repository, for example {@code acme/shop}
     * @throws ImprimaturException {@code REVISION_NOT_FOUND}, {@code NO_MERGE_BASE}, {@code CONTENT_UNAVAILABLE} where a
     *     shallow or partial clone does not hold what is needed, {@code REPOSITORY_UNREADABLE}, {@code IO_FAILURE}
     */
    public GitChange change(String name, ChangeSelection selection) {
        Preconditions.text(name, "name", 1000);
        Preconditions.notNull(selection, "selection");
        return guard.call(() -> reader.read(name, selection));
    }

    /** The files of a revision. It reads from this repository when it is asked. */
    public Tree tree(String revision) {
        Preconditions.text(revision, "revision", ChangeSelection.MAX_REVISION);
        return guard.call(() -> reader.tree(repository.revisions().commit(revision)));
    }

    /** The id of the commit that a revision names. */
    public String commitId(String revision) {
        Preconditions.text(revision, "revision", ChangeSelection.MAX_REVISION);
        return guard.call(() -> repository.revisions().commit(revision).name());
    }

    @Override
    public void close() {
        if (guard.close()) {
            try {
                repository.objects().close();
            } catch (IOException failed) {
                throw Trouble.from(failed);
            }
        }
    }
}
