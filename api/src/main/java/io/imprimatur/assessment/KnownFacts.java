package io.imprimatur.assessment;

/**
 * Names of facts that many embedders know of a change, and for which a policy has a word of its own. Like every
 * {@link Fact} they are the embedder's to give: where one is not given, what depends on it is unknown.
 */
public final class KnownFacts {
    /** The labels of the change, {@link FactValue.Texts}. A policy asks for them with {@code label}. */
    public static final String LABELS = "change.labels";

    /** The teams of the change's author, {@link FactValue.Texts}. A policy asks for them with {@code team}. */
    public static final String AUTHOR_TEAMS = "author.teams";

    private KnownFacts() {}
}
