package io.imprimatur.git;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A change with access to what it is made of. The trees read from the repository when they are asked, so they live as
 * long as the {@link GitRepository} is open.
 *
 * @param change what changed
 * @param content both sides
 * @param target the tree that the change is judged by: policy, waivers and the like come from here, never from the head.
 *     For a range it is the tip of the base; for what is staged or on disk it is {@code HEAD}; for one commit its first
 *     parent. Empty where there is none
 * @param targetCommit the id of the commit whose tree that is; absent where it is empty
 */
public record GitChange(
        Change change,
        ChangeContent content,
        Tree target,
        @Nullable String targetCommit) {}
