package io.imprimatur.core.json.codec;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a document spells as a policy's file does, and so is read as one. */
final class PolicySpelling {
    private PolicySpelling() {}

    /**
     * What the reader makes of a node.
     *
     * @throws ImprimaturException with every problem at its place
     */
    static <T> T read(Node node, BiFunction<Node, Problems, @Nullable T> reader) {
        Problems problems = new Problems("");
        T value = reader.apply(node, problems);
        if (value == null || !problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_VALUE, problems.inOrder());
        }
        return value;
    }
}
