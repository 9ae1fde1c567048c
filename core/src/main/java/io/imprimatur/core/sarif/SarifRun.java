package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a tool, but for its results.
 *
 * @param tool the name of the tool; empty where it says none
 * @param toolVersion absent where it says none
 * @param hasResults whether the run has an array of results, be it empty; where not, the tool did not look (3.14.23)
 * @param successful whether every invocation ended well, as far as it says
 * @param notifications what the tool says about its own run
 * @param switchedOff rules that run unless somebody switches them off, and that an invocation did (3.50.2), by name, ordered
 * @param external the properties whose content stands in other files, which are not read (3.14.2), for example
 *     {@code results}
 * @param revisions the revisions of the repository for which the run was made
 * @param bases the declared {@code originalUriBaseIds}
 */
public record SarifRun(
        String tool,
        @Nullable String toolVersion,
        boolean hasResults,
        boolean successful,
        List<SarifNotification> notifications,
        List<String> switchedOff,
        List<String> external,
        List<String> revisions,
        Map<String, SarifLocation.Artifact> bases) {

    public SarifRun {
        Preconditions.notNull(tool, "tool");
        notifications = Preconditions.copy(notifications, "notifications");
        switchedOff = Preconditions.copy(switchedOff, "switchedOff");
        external = Preconditions.copy(external, "external");
        revisions = Preconditions.copy(revisions, "revisions");
        bases = Map.copyOf(bases);
    }
}
