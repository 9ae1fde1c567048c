package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Finding;
import io.imprimatur.policy.FindingFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which findings of an assessment pass which filters. Belongs to one thread at a time. */
public final class Hits {
    private final FindingIndex index;
    private final List<Finding> findings;
    private final int[] possible;
    private final int[] certain;
    /** Finding, and twice the filter or that plus one where it certainly passes, in the order of findings, then filters. */
    private int[] pairs = new int[128];

    private int size;
    /** By filter; empty until a filter is first asked for. */
    private final List<List<Finding>> passing = new ArrayList<>();

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
            int sure = (int) (surely >>> bit & 1);
            certain[filter] += sure;
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = finding;
            pairs[size++] = filter << 1 | sure;
        }
    }

    /** How many findings may pass a filter, by its number. */
    public int possible(int filter) {
        return possible[filter];
    }

    /** Whether at least so many defects may pass a filter: findings of one fingerprint are one. */
    boolean mayPass(int filter, int least) {
        return possible[filter] >= least && (least == 1 || defects(filter, false) >= least);
    }

    /** Whether at least so many defects certainly pass a filter. */
    boolean passes(int filter, int least) {
        return certain[filter] >= least && (least == 1 || defects(filter, true) >= least);
    }

    private int defects(int filter, boolean certainly) {
        Set<String> defects = new HashSet<>();
        for (int i = 0; i < size; i += 2) {
            if (pairs[i + 1] >> 1 == filter && (!certainly || (pairs[i + 1] & 1) == 1)) {
                defects.add(findings.get(pairs[i]).fingerprint().digest().hex());
            }
        }
        return defects.size();
    }

    /** The findings that may pass a filter of the policy, in the order of the assessment. Not to be changed. */
    public List<Finding> passing(FindingFilter filter) {
        if (passing.isEmpty()) {
            for (int count : possible) {
                passing.add(new ArrayList<>(count));
            }
            for (int i = 0; i < size; i += 2) {
                passing.get(pairs[i + 1] >> 1).add(findings.get(pairs[i]));
            }
        }
        return passing.get(index.number(filter));
    }
}
