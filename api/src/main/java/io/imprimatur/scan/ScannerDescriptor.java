package io.imprimatur.scan;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import java.util.List;

/**
 * What a scanner is.
 *
 * @param id an identifier, unique among the scanners of a gate; {@code imprimatur} and what begins with
 *     {@code imprimatur.} are reserved
 * @param version of the scanner and its rules, at most 100 characters; it changes whenever the same content may get
 *     another answer
 * @param categories every category that its findings can have, at least one, ordered
 */
public record ScannerDescriptor(String id, String version, List<Category> categories) {
    /** The id that no scanner may take, nor one that begins with it and a dot. */
    public static final String RESERVED = "imprimatur";

    public ScannerDescriptor {
        Preconditions.id(id, "id");
        Preconditions.text(version, "version", 100);
        categories = Preconditions.copy(categories, "categories").stream()
                .distinct()
                .sorted()
                .toList();
        Preconditions.check(!categories.isEmpty(), "categories", "none", "must have at least one");
    }

    /** Whether the id is one that no scanner may take. */
    public boolean isReserved() {
        return id.equals(RESERVED) || id.startsWith(RESERVED + ".");
    }
}
