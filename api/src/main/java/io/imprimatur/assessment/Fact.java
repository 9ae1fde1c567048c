package io.imprimatur.assessment;

import io.imprimatur.error.Preconditions;

/**
 * Something that the embedder knows about a change and the library does not, for example the team of its author.
 *
 * @param name an identifier, for example {@code acme.team}
 * @param value what is so
 * @param source where that is known from, shown in decisions, at most 1,000 characters
 */
public record Fact(String name, FactValue value, String source) {
    public Fact {
        Preconditions.id(name, "name");
        Preconditions.notNull(value, "value");
        Preconditions.text(source, "source", 1000);
    }
}
