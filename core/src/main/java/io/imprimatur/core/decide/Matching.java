package io.imprimatur.core.decide;

import io.imprimatur.decision.Step.Establish;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Match;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step that brings it about that some of the things asked about match a list of patterns, or that none does.
 *
 * @param things what is asked about: two of them are one where these are equal
 * @param globs the patterns
 * @param outside whether what counts is to match none of the patterns, instead of one
 * @param some whether some have to count or none may
 */
record Matching(Object things, Set<?> globs, boolean outside, boolean some) {

    static Optional<Matching> of(Establish establish) {
        if (establish.condition() instanceof Files files && files.filter().asksPathsOnly()) {
            return Optional.of(new Matching("paths", Set.copyOf(files.filter().paths()), false, establish.holds()));
        }
        if (establish.condition() instanceof Target target) {
            return Optional.of(new Matching("target", Set.copyOf(target.globs()), false, establish.holds()));
        }
        if (establish.condition() instanceof Generated generated) {
            boolean outside = generated.match() == Match.NOT_IN;
            return Optional.of(
                    new Matching("generations", Set.copyOf(generated.patterns()), outside, establish.holds()));
        }
        if (establish.condition() instanceof EmbedderFact fact && fact.test() instanceof FactTest.Matches matches) {
            List<String> things = List.of("fact", fact.name());
            return Optional.of(new Matching(things, Set.copyOf(matches.globs()), false, establish.holds()));
        }
        return Optional.empty();
    }

    /** Whether the other follows from this for the patterns as they are written; what they match is not compared. */
    boolean implies(Matching other) {
        if (!things.equals(other.things) || outside != other.outside || some != other.some) {
            return false;
        }
        // What matches one of a few also matches one of more; what matches none of many also matches none of a few.
        return some != outside ? other.globs.containsAll(globs) : globs.containsAll(other.globs);
    }
}
