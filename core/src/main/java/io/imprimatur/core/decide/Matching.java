package io.imprimatur.core.decide;

import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition that some of the things asked about match a list of patterns.
 *
 * @param things what is asked about: two of them are one where these are equal
 * @param patterns the patterns
 * @param outside whether what counts is to match none of the patterns, instead of one
 */
record Matching(Object things, List<?> patterns, boolean outside) {
    private static final String PATHS = "paths";

    static Optional<Matching> of(Condition condition) {
        if (condition instanceof Files files && files.filter().asksPathsOnly()) {
            return Optional.of(new Matching(PATHS, texts(files.filter().paths()), false));
        }
        if (condition instanceof Target target) {
            return Optional.of(new Matching("target", texts(target.globs()), false));
        }
        if (condition instanceof Generated generated) {
            return Optional.of(new Matching("generations", generated.patterns(), generated.match() == Match.NOT_IN));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Matches matches) {
            return Optional.of(new Matching(List.of("text", fact.name()), texts(matches.globs()), false));
        }
        return Optional.empty();
    }

    /**
     * What it is about. Paths come and go one by one: to touch one pattern or to leave it out says nothing of another.
     * Another branch, model or text may match anything.
     */
    List<Object> about() {
        if (!things.equals(PATHS)) {
            return List.of(things);
        }
        List<Object> about = new ArrayList<>();
        for (Object pattern : patterns) {
            about.add(List.of(PATHS, pattern));
        }
        return about;
    }

    private static List<String> texts(List<Glob> globs) {
        List<String> texts = new ArrayList<>();
        for (Glob glob : globs) {
            texts.add(glob.pattern());
        }
        return texts;
    }
}
