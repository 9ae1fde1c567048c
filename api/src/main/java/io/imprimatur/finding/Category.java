package io.imprimatur.finding;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * What a finding is about. The constants are the categories that this library knows by name; a scanner may use others.
 *
 * @param id an identifier, for example {@code secret}
 */
public record Category(String id) implements Comparable<Category> {
    /** A credential in the code. */
    public static final Category SECRET = new Category("secret");
    /** A weakness in the code. */
    public static final Category VULNERABILITY = new Category("vulnerability");
    /** A weakness in what the code depends on. */
    public static final Category DEPENDENCY = new Category("dependency");
    /** A licence that may not be used, or not without counsel. */
    public static final Category LICENSE = new Category("license");
    /** Personal data. */
    public static final Category PII = new Category("pii");
    /** A breach of the architecture. */
    public static final Category ARCHITECTURE = new Category("architecture");
    /** A breach of style. */
    public static final Category STYLE = new Category("style");
    /** Unequal treatment of people. */
    public static final Category FAIRNESS = new Category("fairness");
    /** Data or a model in a region where it may not be. */
    public static final Category RESIDENCY = new Category("residency");
    /** Code that does not do what it should: unfinished, misleading or wrong. */
    public static final Category QUALITY = new Category("quality");

    /** Code that stands in somebody else's work, word for word. */
    public static final Category VERBATIM = new Category("verbatim");

    private static final String TOPIC = "topic/";

    /** The categories that this library knows by name. */
    public static final List<Category> KNOWN = List.of(
            SECRET,
            VULNERABILITY,
            DEPENDENCY,
            LICENSE,
            PII,
            ARCHITECTURE,
            STYLE,
            FAIRNESS,
            RESIDENCY,
            QUALITY,
            VERBATIM);

    public Category {
        Preconditions.id(id, "category");
    }

    /**
     * The category of findings that say what code is about, for example {@code topic/authentication}: not a fault, but a
     * fact that a policy can use.
     *
     * @param topic an identifier
     */
    public static Category ofTopic(String topic) {
        return new Category(TOPIC + topic);
    }

    /** Whether findings of this category say what code is about. */
    public boolean isTopic() {
        return id.startsWith(TOPIC);
    }

    @Override
    public int compareTo(Category other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
