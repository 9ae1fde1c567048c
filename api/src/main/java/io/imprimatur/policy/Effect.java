package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;

/** What a rule does where its condition holds, or is unknown. No effect allows anything. */
public sealed interface Effect {

    /** The change may not go on until the cause is gone. */
    record Block() implements Effect {}

    /** The change may go on once people have approved it. */
    record Review(Requirement requirement) implements Effect {
        public Review {
            Preconditions.notNull(requirement, "review");
        }
    }

    /** The change may go on as far as this rule is concerned; its obligations follow. */
    record Oblige() implements Effect {}
}
