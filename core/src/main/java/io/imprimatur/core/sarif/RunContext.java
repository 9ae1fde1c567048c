package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.Span.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the results of a run refer to, kept while they stream by.
 *
 * @param tool with its rules
 * @param taxonomies by index
 * @param artifacts by index; null where one names no file
 * @param characters what the tool counts as one character
 * @param overrides to what its invocations set its rules
 */
record RunContext(
        SarifRun run,
        Tool tool,
        List<Component> taxonomies,
        List<SarifLocation.@Nullable Artifact> artifacts,
        Unit characters,
        Overrides overrides) {

    /** The artifact at an index; null where there is none. */
    SarifLocation.@Nullable Artifact artifact(int index) {
        return index >= 0 && index < artifacts.size() ? artifacts.get(index) : null;
    }
}
