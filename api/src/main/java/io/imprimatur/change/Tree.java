package io.imprimatur.change;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.util.List;
import java.util.Optional;

/**
 * The files of a repository at one moment, whole, not only those that changed. Implementations MUST be safe for use by
 * several threads.
 */
public interface Tree {
    /**
     * Every path of the tree, ordered. Submodules are listed, not entered.
     *
     * @throws ImprimaturException {@link ErrorCode#CONTENT_UNAVAILABLE} or {@link ErrorCode#IO_FAILURE}
     */
    List<RepoPath> paths();

    /**
     * The file at a path, without its content; empty where there is none.
     *
     * @throws ImprimaturException {@link ErrorCode#CONTENT_UNAVAILABLE} or {@link ErrorCode#IO_FAILURE}
     */
    Optional<TreeFile> file(RepoPath path);

    /**
     * The content of a file as stored, with no filter applied. A link is not followed: its content is its target.
     *
     * @param limit the most bytes to read, at least 0
     * @throws ImprimaturException {@link ErrorCode#CONTENT_NOT_FOUND} where no file is there,
     *     {@link ErrorCode#CONTENT_TOO_LARGE} where it has more bytes than {@code limit} (nothing is read then),
     *     {@link ErrorCode#CONTENT_UNAVAILABLE} where it is not on this machine, {@link ErrorCode#IO_FAILURE}
     */
    byte[] read(RepoPath path, int limit);
}
