package io.imprimatur.core.policy.shape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions of ECMA-262 with the flag u, for texts that the reader takes apart by hand. */
final class Patterns {
    /** White space as {@link Character#isWhitespace} has it, but for what no policy may hold. */
    private static final String SPACES = "\\t\\n\\r \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000";

    private static final String SPACE = "[" + SPACES + "]*";

    /** Something that is no white space. */
    static final String NOT_BLANK = "[^" + SPACES + "]";

    static final String ID = "^[a-z0-9]+([._/-][a-z0-9]+)*$";

    /** An identifier that is not kept for the built-in rules. */
    static String idOutside(String reserved) {
        return "^(?!" + reserved + "(\\.|$))";
    }

    /** Segments, none of them empty or dots alone, with ** only as a whole one. */
    static final String GLOB =
            glob("(?!\\.{1,2}(/|$))(\\*\\*|((?!\\*\\*)(\\\\\\*(?!\\*)|\\\\[^/*]|[^\\\\/\\[\\]{}]))+)");

    /** A share: 20%, 12.5% or 0.2, and no bare 1. */
    static final String SHARE =
            "((100(\\.0{1,4})?|[1-9]?[0-9](\\.[0-9]{1,4})?)" + SPACE + "%|0(\\.[0-9]{1,6})?|1\\.0{1,6})";

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{0,9})?)?";

    /** A time of the day. */
    static final String TIME_OF_DAY = "^" + CLOCK + "$";

    /** A date, a time and an offset; which days a month has and how offsets may be shortened, the reader knows. */
    static final String TIME = "^([0-9]{4}|-[0-9]{4,9}|\\+[0-9]{5,9})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]"
            + CLOCK + "([Zz]|[+-](0?[0-9]|1[0-8])(:?[0-5][0-9](:?[0-5][0-9])?)?)$";

    /** A date, alone or with a time and an offset. */
    static final String DAY_OR_TIME = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$|" + TIME;

    private Patterns() {}

    /** One share, or two, the smaller first. */
    static String shares() {
        return SPACE + SHARE + SPACE + "( to " + SPACE + SHARE + SPACE + ")?";
    }

    private static String glob(String segment) {
        return "^" + segment + "(/" + segment + ")*$";
    }

    /** A comparison by one of these signs with such an operand. */
    static String comparison(String operand, String... signs) {
        return "^" + SPACE + "(" + String.join("|", signs) + ")" + SPACE + operand + SPACE + "$";
    }

    static String anyOf(List<String> words) {
        return "(" + String.join("|", words) + ")";
    }

    /** A number of days, hours or minutes, from one to the longest. */
    static String duration(Duration longest) {
        return "^(?!0)(" + upTo(longest.toDays()) + "d|" + upTo(longest.toHours()) + "h|" + upTo(longest.toMinutes())
                + "m)$";
    }

    /** A whole number from 0 to this, written without leading zeros. */
    static String upTo(long most) {
        String digits = Long.toString(most);
        List<String> ways = new ArrayList<>();
        ways.add("0");
        if (digits.length() > 1) {
            ways.add("[1-9][0-9]{0," + (digits.length() - 2) + "}");
        }
        // As many digits as the bound: the same ones up to some place, a smaller one there, any after it.
        for (int place = 0; place < digits.length(); place++) {
            char least = place == 0 ? '1' : '0';
            if (digits.charAt(place) > least) {
                ways.add(digits.substring(0, place) + "[" + least + "-" + (char) (digits.charAt(place) - 1) + "]"
                        + any(digits.length() - place - 1));
            }
        }
        ways.add(digits);
        return anyOf(ways);
    }

    private static String any(int digits) {
        return digits == 0 ? "" : "[0-9]{" + digits + "}";
    }
}
