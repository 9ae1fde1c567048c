package io.imprimatur.core.policy.layer;

import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;

/**
 * A place in one of several files.
 *
 * @param source the file
 * @param position where in it
 */
public record Place(String source, Position position) {

    /** A problem at this place. */
    public Problem problem(String field, String message) {
        return Problem.of(message).in(source).at(position).field(field);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return position.isKnown() ? source + ":" + position : source;
    }
}
