package io.imprimatur.core.report;

import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways to clear a change as people want to read them: first what every way asks for, then what each asks for besides.
 *
 * @param always the steps of every way
 * @param alternatives what remains of each; none where nothing remains
 */
record WaysOut(List<Step> always, List<List<Step>> alternatives) {
    static WaysOut of(Unblock unblock) {
        if (unblock.ways().isEmpty()) {
            return new WaysOut(List.of(), List.of());
        }
        Set<Step> shared = new LinkedHashSet<>(unblock.ways().get(0));
        unblock.ways().forEach(way -> shared.retainAll(Set.copyOf(way)));
        List<List<Step>> rest = unblock.ways().stream()
                .map(way -> way.stream().filter(step -> !shared.contains(step)).toList())
                .filter(way -> !way.isEmpty())
                .toList();
        return new WaysOut(List.copyOf(shared), rest);
    }
}
