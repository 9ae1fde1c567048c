package io.imprimatur.core.report;

import io.imprimatur.decision.Reason;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.measure.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a defect once that several scanners found, or one found twice, with all who found it. */
final class Witnesses {
    /** Of more witnesses only the number is told. */
    private static final int MOST = 5;

    /** Room for a number of more is left below the limit of a source. */
    private static final int LONGEST = 900;

    private Witnesses() {}

    /** The reasons, those of one fingerprint as one, in the order in which each first comes. */
    static List<Reason> together(List<Reason> reasons) {
        Map<Object, List<Reason>> groups = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            Fingerprint defect = reason.fingerprint();
            // What is no finding stands for itself.
            Object key = defect == null ? new Object() : defect;
            groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(reason);
        }
        return groups.values().stream()
                .map(group -> group.size() == 1 ? group.get(0) : one(group))
                .toList();
    }

    private static Reason one(List<Reason> reasons) {
        Reason first = reasons.get(0);
        boolean certain = reasons.stream().anyMatch(reason -> reason.truth() == Truth.TRUE);
        return new Reason(
                first.condition(),
                certain ? Truth.TRUE : Truth.UNKNOWN,
                first.fact(),
                joined(reasons.stream().map(Reason::source).distinct().toList()),
                first.location(),
                first.fingerprint(),
                first.assumption());
    }

    private static String joined(List<String> sources) {
        StringBuilder joined = new StringBuilder(sources.get(0));
        int told = 1;
        while (told < Math.min(MOST, sources.size())
                && joined.length() + sources.get(told).length() < LONGEST) {
            joined.append(" and ").append(sources.get(told));
            told++;
        }
        String more = told == sources.size() ? "" : " and " + (sources.size() - told) + " more";
        return joined.length() + more.length() <= 1000 ? joined + more : joined.toString();
    }
}
