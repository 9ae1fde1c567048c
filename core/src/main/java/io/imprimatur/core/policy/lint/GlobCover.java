package io.imprimatur.core.policy.lint;

import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a pattern matches all that another matches. Worked out on the patterns themselves: {@code **} takes in any
 * segments of the other, {@code *} any characters of one segment. Never wrong where it says yes.
 */
final class GlobCover {
    private static final String STARS = "**";
    private static final int STAR = -1;
    private static final int ANY_CHARACTER = -2;

    private final Effort effort;

    GlobCover(Effort effort) {
        this.effort = effort;
    }

    /** Whether anything more can be found out. */
    boolean mayGoOn() {
        return !effort.isSpent();
    }

    /** Whether each text that matches one of {@code narrow} also matches one of {@code wide}. An empty list asks nothing. */
    boolean covers(List<Glob> wide, List<Glob> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && narrow.stream().allMatch(glob -> covers(wide, glob)));
    }

    /** Whether each text that matches {@code narrow} also matches one of {@code wide}, which is not empty. */
    boolean covers(List<Glob> wide, Glob narrow) {
        return wide.stream().anyMatch(glob -> covers(glob, narrow));
    }

    /** Whether each text that matches {@code narrow} also matches {@code wide}. */
    boolean covers(Glob wide, Glob narrow) {
        if (!effort.spend(1)) {
            return false;
        }
        if (wide.equals(narrow) || wide.pattern().equals(STARS)) {
            return true;
        }
        if (beginApart(wide.pattern(), narrow.pattern())) {
            return false;
        }
        long product = (long) wide.pattern().length() * narrow.pattern().length();
        return effort.spend(product / 64)
                && covers(wide.pattern().split("/", -1), narrow.pattern().split("/", -1));
    }

    /** Whether no text matches both. Known only where one of the two is a plain text. */
    boolean excludes(Glob one, Glob other) {
        return effort.spend(1)
                && ((isPlain(one) && !other.matches(one.pattern()))
                        || (isPlain(other) && !one.matches(other.pattern())));
    }

    private static boolean isPlain(Glob glob) {
        return glob.pattern().chars().allMatch(GlobCover::isPlain);
    }

    private static boolean isPlain(int character) {
        return character != '*' && character != '?' && character != '\\';
    }

    /** Whether two patterns differ before anything in either stands for something else. Most do, and it is soon seen. */
    private static boolean beginApart(String one, String other) {
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            char character = one.charAt(i);
            char also = other.charAt(i);
            if (!isPlain(character) || !isPlain(also)) {
                return false;
            }
            if (character != also) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String[] wide, String[] narrow) {
        // covered[n]: what of the wide pattern is left covers what of the narrow one is left from n on.
        boolean[] covered = new boolean[narrow.length + 1];
        covered[narrow.length] = true;
        for (int w = wide.length - 1; w >= 0; w--) {
            boolean[] next = new boolean[narrow.length + 1];
            for (int n = narrow.length; n >= 0; n--) {
                if (wide[w].equals(STARS)) {
                    // At the end of a pattern it stands for at least one segment, and so for whatever is left.
                    next[n] =
                            w == wide.length - 1 ? n < narrow.length : covered[n] || (n < narrow.length && next[n + 1]);
                } else {
                    next[n] = n < narrow.length
                            && !narrow[n].equals(STARS)
                            && covered[n + 1]
                            && coversSegment(symbols(wide[w]), symbols(narrow[n]));
                }
            }
            covered = next;
        }
        return covered[0];
    }

    private static boolean coversSegment(List<Integer> wide, List<Integer> narrow) {
        boolean[] covered = new boolean[narrow.size() + 1];
        covered[narrow.size()] = true;
        for (int w = wide.size() - 1; w >= 0; w--) {
            boolean[] next = new boolean[narrow.size() + 1];
            for (int n = narrow.size(); n >= 0; n--) {
                boolean more = n < narrow.size();
                if (wide.get(w) == STAR) {
                    next[n] = covered[n] || (more && next[n + 1]);
                } else {
                    next[n] = more && covered[n + 1] && coversOne(wide.get(w), narrow.get(n));
                }
            }
            covered = next;
        }
        return covered[0];
    }

    private static boolean coversOne(int wide, int narrow) {
        return wide == narrow || (wide == ANY_CHARACTER && narrow != STAR);
    }

    /** The characters of a segment, with what stands for others apart from what stands for itself. */
    private static List<Integer> symbols(String segment) {
        List<Integer> symbols = new ArrayList<>(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char character = segment.charAt(i);
            if (character == '\\') {
                i++;
                symbols.add((int) segment.charAt(i));
            } else {
                symbols.add(character == '*' ? STAR : character == '?' ? ANY_CHARACTER : (int) character);
            }
        }
        return symbols;
    }
}
