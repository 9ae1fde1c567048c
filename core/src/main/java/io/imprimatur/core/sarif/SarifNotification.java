package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * What a tool says about its own run (3.58).
 *
 * @param kind what it is about
 * @param level as it is written, {@code warning} where nothing is
 * @param id of the notification; absent where it has none
 * @param place where it stands in the report, for example {@code runs[0].invocations[0].toolExecutionNotifications[2]}
 * @param artifact the file that it is about; absent where it names none
 * @param leavesOut whether its words say that something was left out of the analysis
 */
public record SarifNotification(
        Kind kind,
        String level,
        @Nullable String id,
        String place,
        SarifLocation.@Nullable Artifact artifact,
        boolean leavesOut) {

    /** What a notification is about. */
    public enum Kind {
        /** How the tool ran. */
        EXECUTION,
        /** How the tool was configured. */
        CONFIGURATION
    }

    public SarifNotification {
        Preconditions.notNull(kind, "kind");
        Preconditions.notNull(level, "level");
        Preconditions.notNull(place, "place");
    }

    /** Whether it is of level {@code error}. */
    public boolean isError() {
        return level.equalsIgnoreCase("error");
    }
}
