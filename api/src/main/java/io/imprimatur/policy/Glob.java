package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;

/**
 * A pattern for paths and names. {@code *} stands for any characters but {@code /}, {@code ?} for one of them, a segment
 * {@code **} for any number of whole segments, none included (at the end of the pattern, at least one). Everything else
 * stands for itself, upper and lower case apart; a backslash makes the next character stand for itself.
 * {@code src/**} matches everything below {@code src}; {@code *.md} matches at the root alone, and with {@code **} and a
 * slash before it anywhere. There are no braces and no brackets: write two patterns.
 *
 * <p>Matching takes time in proportion to the length of the pattern times the length of the text. Immutable and
 * thread-safe.
 *
 * @param pattern at most 1,000 characters
 */
public record Glob(String pattern) implements Comparable<Glob> {
    public Glob {
        Preconditions.text(pattern, "glob", 1000);
        Preconditions.check(
                !pattern.startsWith("/"), "glob", pattern, "must not begin with /: patterns are relative to the root");
        for (String segment : pattern.split("/", -1)) {
            Preconditions.check(
                    !segment.isEmpty(),
                    "glob",
                    pattern,
                    "must not have an empty segment; for all below a folder write folder/**");
            Preconditions.check(
                    !segment.equals(".") && !segment.equals(".."), "glob", pattern, "must not have a segment . or ..");
            Preconditions.check(
                    !segment.contains("**") || segment.equals("**"),
                    "glob",
                    pattern,
                    "must have ** as a whole segment");
            checkCharacters(segment, pattern);
        }
    }

    private static void checkCharacters(String segment, String pattern) {
        for (int i = 0; i < segment.length(); i++) {
            char character = segment.charAt(i);
            if (character == '\\') {
                Preconditions.check(
                        i + 1 < segment.length(),
                        "glob",
                        pattern,
                        "must have a character after a backslash in the same segment");
                i++;
            } else {
                Preconditions.check(
                        "[]{}".indexOf(character) < 0,
                        "glob",
                        pattern,
                        "must not have " + character
                                + ", which has no meaning here; write several patterns, or a backslash before it");
            }
        }
    }

    /** Whether the text matches, as a whole. */
    public boolean matches(String text) {
        // Where the segment begins that is looked at; one beyond the end where none is left.
        int p = 0;
        int s = 0;
        int afterStars = -1;
        int retry = 0;
        // The usual two-pointer match: on a mismatch, let the last ** take one segment more. An earlier ** never helps.
        while (s <= text.length()) {
            int segmentEnd = end(text, s);
            int wantedEnd = end(pattern, p);
            if (isStars(p, wantedEnd)) {
                if (wantedEnd == pattern.length()) {
                    return true;
                }
                p = wantedEnd + 1;
                afterStars = p;
                retry = s;
            } else if (p <= pattern.length() && segmentMatches(p, wantedEnd, text, s, segmentEnd)) {
                p = wantedEnd + 1;
                s = segmentEnd + 1;
            } else if (afterStars >= 0) {
                p = afterStars;
                retry = end(text, retry) + 1;
                s = retry;
            } else {
                return false;
            }
        }
        return p > pattern.length();
    }

    /** Whether there can be something below a folder that matches. */
    public boolean matchesBelow(String folder) {
        int p = 0;
        for (int s = 0; s <= folder.length(); s = end(folder, s) + 1) {
            int wantedEnd = end(pattern, p);
            if (isStars(p, wantedEnd)) {
                return true;
            }
            if (p > pattern.length() || !segmentMatches(p, wantedEnd, folder, s, end(folder, s))) {
                return false;
            }
            p = wantedEnd + 1;
        }
        return p <= pattern.length();
    }

    private static int end(String text, int start) {
        int slash = text.indexOf('/', start);
        return slash < 0 ? text.length() : slash;
    }

    private boolean isStars(int start, int end) {
        return end - start == 2 && pattern.charAt(start) == '*' && pattern.charAt(start + 1) == '*';
    }

    /** The same within a segment, with single characters for segments and {@code *} for {@code **}. */
    private boolean segmentMatches(int from, int wantedEnd, String text, int start, int end) {
        int p = from;
        int s = start;
        int afterStar = -1;
        int retry = 0;
        while (s < end) {
            char wanted = p < wantedEnd ? pattern.charAt(p) : 0;
            if (p < wantedEnd && wanted == '*') {
                afterStar = ++p;
                retry = s;
            } else if (p < wantedEnd && (wanted == '?' || literal(pattern, p) == text.charAt(s))) {
                p += wanted == '\\' ? 2 : 1;
                s++;
            } else if (afterStar >= 0) {
                p = afterStar;
                s = ++retry;
            } else {
                return false;
            }
        }
        while (p < wantedEnd && pattern.charAt(p) == '*') {
            p++;
        }
        return p == wantedEnd;
    }

    private static char literal(String pattern, int index) {
        char character = pattern.charAt(index);
        return character == '\\' ? pattern.charAt(index + 1) : character;
    }

    @Override
    public int compareTo(Glob other) {
        return pattern.compareTo(other.pattern);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
