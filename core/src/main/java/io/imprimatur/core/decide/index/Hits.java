package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Finding;
import io.imprimatur.policy.FindingFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which findings of an assessment pass which filters. Filled by one thread, then only read. */
public final class Hits {
    private final FindingIndex index;
    private final List<Finding> findings;
    private final int[] possible;
    private final int[] certain;
    /** Finding and filter of each hit, in the order of the findings, then of the filters. */
    private int[] pairs = new int[128];

    private int size;

    Hits(FindingIndex index, List<Finding> findings) {
        this.index = index;
        this.findings = findings;
        possible = new int[index.size()];
        certain = new int[index.size()];
    }

    /** The filters of one word that a finding may pass, and those of them that it certainly does. */
    void add(int finding, int word, long passing, long surely) {
        for (long left = passing; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int filter = word << 6 | bit;
            possible[filter]++;
            certain[filter] += (int) (surely >>> bit & 1);
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = finding;
            pairs[size++] = filter;
        }
    }

    /** How many findings may pass a filter, by its number. */
    public int possible(int filter) {
        return possible[filter];
    }

    /** How many findings certainly pass a filter. */
    int certain(int filter) {
        return certain[filter];
    }

    /** The findings that may pass a filter of the policy, in the order of the assessment. */
    public List<Finding> passing(FindingFilter filter) {
        int wanted = index.number(filter);
        List<Finding> passing = new ArrayList<>(possible[wanted]);
        for (int i = 0; passing.size() < possible[wanted]; i += 2) {
            if (pairs[i + 1] == wanted) {
                passing.add(findings.get(pairs[i]));
            }
        }
        return passing;
    }
}
