package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding that is checked, and whose fingerprint waits for the others: which place it takes among its equals is known at
 * the end.
 *
 * @param finding with a fingerprint that does not count
 * @param identity what its fingerprint is made of
 */
record Sighting(Finding finding, Digest identity) {
    private static final Comparator<Sighting> ORDER =
            Comparator.comparing(Sighting::finding).thenComparing(Sighting::identity);

    /** The findings of sightings, each with its fingerprint, whatever the order in which they came. */
    static List<Finding> findings(Collection<Sighting> sightings) {
        Map<Digest, Integer> places = new HashMap<>();
        List<Finding> findings = new ArrayList<>(sightings.size());
        for (Sighting sighting : sightings.stream().sorted(ORDER).toList()) {
            int place = places.merge(sighting.identity, 1, Integer::sum) - 1;
            findings.add(sighting.with(Fingerprints.of(sighting.identity, place)));
        }
        return findings;
    }

    private Finding with(Fingerprint fingerprint) {
        return new Finding(
                finding.scanner(),
                finding.rule(),
                finding.message(),
                finding.severity(),
                finding.category(),
                finding.confidence(),
                finding.location(),
                fingerprint,
                finding.origin(),
                finding.cwe(),
                finding.cve(),
                finding.component(),
                finding.license(),
                finding.fix());
    }
}
