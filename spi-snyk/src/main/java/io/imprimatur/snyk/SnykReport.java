package io.imprimatur.snyk;

import io.imprimatur.error.Preconditions;

/**
 * A report but for its projects.
 *
 * @param format what wrote it
 * @param projects how many projects it has, but for those within others
 * @param expected how many it should have, by what it says of itself; as many where it does not say
 * @param errors how many of them were not tested
 * @param entries how many entries it has, but for those that are filtered out: one for each path to a vulnerability
 * @param suppressed how many entries are ignored or patched
 * @param more whether it says that there are further pages
 */
record SnykReport(Format format, int projects, int expected, int errors, int entries, int suppressed, boolean more) {

    /** What wrote a report. */
    enum Format {
        /** The CLI, with {@code --json}, or a service that answers as it writes. */
        CLI,
        /** The service, asked for the issues of an organisation or a project. */
        REST
    }

    public SnykReport {
        Preconditions.notNull(format, "format");
    }
}
