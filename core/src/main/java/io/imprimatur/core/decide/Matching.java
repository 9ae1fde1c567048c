package io.imprimatur.core.decide;

import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Match;
import io.imprimatur.policy.ChangeCondition.ModelId;
import io.imprimatur.policy.ChangeCondition.Paths;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A claim that some of the things asked about match a list of patterns, or that none does. Patterns are taken as they are
 * written: what matches one may match any other or not.
 *
 * @param things what is asked about: two of them are one where these are equal
 * @param globs the patterns
 * @param outside whether what counts is to match none of the patterns, instead of one
 * @param some whether some count or none does
 */
record Matching(Object things, List<Glob> globs, boolean outside, boolean some) {
    private static final String PATHS = "paths";

    static Optional<Matching> of(Claim claim) {
        Condition condition = claim.condition();
        if (condition instanceof Paths paths) {
            return Optional.of(new Matching(PATHS, paths.globs(), false, claim.holds()));
        }
        if (condition instanceof Target target) {
            return Optional.of(new Matching("target", target.globs(), false, claim.holds()));
        }
        if (condition instanceof ModelId model) {
            return Optional.of(new Matching("models", model.globs(), model.match() == Match.NOT_IN, claim.holds()));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Matches matches) {
            return Optional.of(new Matching(List.of("text", fact.name()), matches.globs(), false, claim.holds()));
        }
        return Optional.empty();
    }

    /**
     * What it is about. Paths come and go one by one: to touch one pattern or to leave it out says nothing of another.
     * Another branch, model or text may match anything.
     */
    List<Object> about() {
        return things.equals(PATHS)
                ? globs.stream().map(glob -> (Object) List.of(PATHS, glob)).toList()
                : List.of(things);
    }

    /** Whether these, all about the same things, can be so together: some things can be found of which all are true. */
    static boolean together(List<Matching> claims) {
        Set<Glob> matchedByNone = new HashSet<>();
        claims.stream()
                .filter(claim -> !claim.some && !claim.outside)
                .forEach(claim -> matchedByNone.addAll(claim.globs));
        List<Matching> matchedByAll =
                claims.stream().filter(claim -> !claim.some && claim.outside).toList();
        return claims.stream().filter(Matching::some).allMatch(claim -> {
            // The thing that is asked for may match whatever is not forbidden to it.
            Set<Glob> forbidden = new HashSet<>(matchedByNone);
            if (claim.outside) {
                forbidden.addAll(claim.globs);
            } else if (forbidden.containsAll(claim.globs)) {
                return false;
            }
            return matchedByAll.stream().noneMatch(all -> forbidden.containsAll(all.globs));
        });
    }
}
