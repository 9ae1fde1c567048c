package io.imprimatur.provenance;

import io.imprimatur.change.Person;
import io.imprimatur.error.Preconditions;

/**
 * The person who answers for a change, whoever or whatever wrote it.
 *
 * @param person who
 * @param evidence how that is known
 */
public record DeveloperOfRecord(Person person, Evidence evidence) {
    public DeveloperOfRecord {
        Preconditions.notNull(person, "person");
        Preconditions.notNull(evidence, "evidence");
    }
}
