package io.imprimatur.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the secrets in a text: one automaton over the anchors of all rules, and a check of bounded cost at each. Immutable
 * and thread-safe.
 */
final class SecretDetector {
    /** More matches than this in one file are not secrets that people left there. */
    static final int MOST_MATCHES = 1_000;

    private record Anchor(SecretRule rule, int number) {}

    private final List<Anchor> anchors = new ArrayList<>();
    private final Anchors automaton;

    SecretDetector() {
        this(defaultRules());
    }

    private SecretDetector(List<SecretRule> rules) {
        List<byte[]> words = new ArrayList<>();
        for (SecretRule rule : rules) {
            List<byte[]> own = rule.anchors();
            for (int i = 0; i < own.size(); i++) {
                anchors.add(new Anchor(rule, i));
                words.add(own.get(i));
            }
        }
        automaton = new Anchors(words);
    }

    private static List<SecretRule> defaultRules() {
        List<SecretRule> rules = new ArrayList<>(TokenKinds.ALL);
        rules.add(new PrivateKeys());
        rules.add(new UrlCredentials());
        return rules;
    }

    /** What was found, in the order of the text, without overlaps. */
    Matches find(Text text) {
        List<Candidate> candidates = candidates(text, MOST_MATCHES);
        return new Matches(located(text, apart(candidates)), candidates.size() < MOST_MATCHES);
    }

    /** Whatever could be a secret, in the order of where it starts; some may overlap. */
    List<Candidate> candidates(Text text, int most) {
        List<Candidate> candidates = new ArrayList<>();
        automaton.visit(text.bytes(), (word, start) -> {
            Anchor anchor = anchors.get(word);
            Candidate candidate = anchor.rule.at(text, anchor.number, start);
            if (candidate != null) {
                candidates.add(candidate);
            }
            return candidates.size() < most;
        });
        candidates.sort(Comparator.comparingInt(candidate -> candidate.span().start()));
        return candidates;
    }

    /** Keeps the better one of any two that overlap. */
    private static List<Candidate> apart(List<Candidate> candidates) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int last = kept.size() - 1;
            if (last < 0 || !candidate.overlaps(kept.get(last))) {
                kept.add(candidate);
            } else if (candidate.betterThan(kept.get(last))) {
                kept.set(last, candidate);
            }
        }
        return kept;
    }

    private static List<Match> located(Text text, List<Candidate> candidates) {
        Lines lines = new Lines(text);
        Map<SecretKind, Integer> ranks = new HashMap<>();
        List<Match> matches = new ArrayList<>();
        for (Candidate found : candidates) {
            int rank = ranks.merge(found.kind(), 1, Integer::sum);
            lines.moveTo(found.span().start());
            int firstLine = lines.line();
            int firstColumn = lines.column();
            lines.moveTo(found.span().end() - 1);
            matches.add(
                    new Match(found.kind(), found.grade(), rank, firstLine, lines.line(), firstColumn, lines.column()));
        }
        return matches;
    }

    /**
     * What one text holds.
     *
     * @param complete false if there were too many matches to go on
     */
    record Matches(List<Match> found, boolean complete) {
        Matches {
            found = List.copyOf(found);
        }
    }
}
