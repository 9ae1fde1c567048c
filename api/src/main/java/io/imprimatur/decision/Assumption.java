package io.imprimatur.decision;

/** Something that is not known and that the policy declares to be taken as known. */
public enum Assumption {
    /** Lines of which nothing says who wrote them are taken to be a person's. */
    SILENCE_MEANS_HUMAN;

    /** As it stands in JSON. */
    public String id() {
        return "silence-means-human";
    }
}
