package io.imprimatur.core.sarif;

import io.imprimatur.finding.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How results become findings.
 *
 * @param roots the folders, absolute, where the tool saw the root of the repository
 * @param tool the name that the tool must have, in any case; absent where any tool will do
 * @param categories those that the scanner declares
 */
record SarifSettings(List<String> roots, @Nullable String tool, List<Category> categories) {}
