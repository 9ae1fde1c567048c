package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * What a policy asks of the licence at fault, an SPDX expression: that whoever takes the code cannot choose a licence that
 * is acceptable. Of {@code MIT OR GPL-3.0-only} one may choose either, of {@code MIT AND GPL-3.0-only} one has both.
 *
 * @param match with {@link Match#IN}, the licences listed are the ones that are not acceptable; with {@link Match#NOT_IN},
 *     the ones that are
 * @param licenses patterns for SPDX identifiers, for example {@code GPL-*}, compared without case; at least one, ordered
 */
public record LicenseTest(Match match, List<Glob> licenses) {

    public LicenseTest {
        Preconditions.notNull(match, "match");
        licenses = Preconditions.ordered(licenses, "license");
        Preconditions.check(!licenses.isEmpty(), "license", "none", "must have at least one pattern");
    }
}
