package io.imprimatur.git;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code .gitignore} or {@code .gitattributes}: {@code *}, {@code ?} and {@code [...]} stay within a
 * segment, a segment {@code **} stands for any number of them. Paths and patterns are bytes, one character each.
 * Matching takes time in proportion to the two lengths multiplied, at worst.
 */
final class Glob {
    private final List<String> segments;

    /** @param pattern segments joined by {@code /} */
    Glob(String pattern) {
        segments = segments(pattern);
    }

    /** A slash between brackets belongs to the set, which it is no use in: a set never matches one. */
    private static List<String> segments(String pattern) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            int end = c == '[' ? setEnd(pattern, i + 1) : -1;
            if (end >= 0) {
                segment.append(pattern, i, end);
                i = end - 1;
            } else if (c == '/' || (escaped && pattern.charAt(i + 1) == '/')) {
                segments.add(segment.toString());
                segment.setLength(0);
                i += c == '/' ? 0 : 1;
            } else {
                segment.append(c);
                if (escaped) {
                    segment.append(pattern.charAt(++i));
                }
            }
        }
        segments.add(segment.toString());
        return List.copyOf(segments);
    }

    /** Where the set that begins here has ended; -1 where it does not. */
    private static int setEnd(String pattern, int start) {
        boolean negated = pattern.startsWith("!", start) || pattern.startsWith("^", start);
        int at = start + (negated ? 1 : 0);
        for (boolean first = true; at < pattern.length() && (first || pattern.charAt(at) != ']'); first = false) {
            int named = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            at = named >= 0 ? named + 2 : at + (pattern.charAt(at) == '\\' ? 2 : 1);
        }
        return at < pattern.length() ? at + 1 : -1;
    }

    boolean matches(String path) {
        List<String> parts = split(path);
        int pattern = 0;
        int part = 0;
        int star = -1;
        int resume = 0;
        while (part < parts.size()) {
            if (pattern < segments.size() && isAny(segments.get(pattern))) {
                // At the end it stands for at least one segment.
                if (pattern == segments.size() - 1) {
                    return true;
                }
                star = pattern++;
                resume = part;
            } else if (pattern < segments.size() && segment(segments.get(pattern), parts.get(part))) {
                pattern++;
                part++;
            } else if (star >= 0) {
                pattern = star + 1;
                part = ++resume;
            } else {
                return false;
            }
        }
        return pattern == segments.size();
    }

    /** Two stars, or more, and nothing else. */
    private static boolean isAny(String segment) {
        return segment.length() >= 2 && segment.chars().allMatch(c -> c == '*');
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }

    private static boolean segment(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, text.charAt(t)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (next >= 0) {
                p = next;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on after it matched one character; -1 where it does not match. */
    private static int one(String pattern, int at, char c) {
        switch (pattern.charAt(at)) {
            case '?' -> {
                return at + 1;
            }
            case '\\' -> {
                return at + 1 < pattern.length() && pattern.charAt(at + 1) == c ? at + 2 : -1;
            }
            case '[' -> {
                return set(pattern, at + 1, c);
            }
            default -> {
                return pattern.charAt(at) == c ? at + 1 : -1;
            }
        }
    }

    private static int set(String pattern, int start, char c) {
        int at = start;
        boolean negated = at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
        at += negated ? 1 : 0;
        boolean found = false;
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            first = false;
            int named = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            if (named >= 0) {
                found |= isIn(pattern.substring(at + 2, named), c);
                at = named + 2;
                continue;
            }
            at += pattern.charAt(at) == '\\' ? 1 : 0;
            if (at >= pattern.length()) {
                return -1;
            }
            char low = pattern.charAt(at++);
            char high = low;
            if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                at++;
                at += pattern.charAt(at) == '\\' ? 1 : 0;
                if (at >= pattern.length()) {
                    return -1;
                }
                high = pattern.charAt(at++);
            }
            found |= c >= low && c <= high;
        }
        return at < pattern.length() && found != negated ? at + 1 : -1;
    }

    private static boolean isIn(String name, char c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        return switch (name) {
            case "alnum" -> lower || upper || digit;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == 0x7f;
            case "digit" -> digit;
            case "graph" -> c > ' ' && c < 0x7f;
            case "lower" -> lower;
            case "print" -> c >= ' ' && c < 0x7f;
            case "punct" -> c > ' ' && c < 0x7f && !lower && !upper && !digit;
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> upper;
            case "xdigit" -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> false;
        };
    }
}
