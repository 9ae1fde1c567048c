package io.imprimatur.core.policy.cases;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;

/**
 * One test of a policy. Immutable and thread-safe.
 *
 * @param name what it shows, in words
 * @param position where it stands in its file
 * @param given what is known about the change
 * @param expected what should be decided
 */
public record PolicyCase(String name, Position position, Assessment given, Expectation expected) {
    public PolicyCase {
        Preconditions.text(name, "case", 1000);
        Preconditions.notNull(position, "position");
        Preconditions.notNull(given, "given");
        Preconditions.notNull(expected, "expect");
    }
}
