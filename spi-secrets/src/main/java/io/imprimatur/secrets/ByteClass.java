package io.imprimatur.secrets;

import java.util.Locale;

/** A set of bytes that a run within a token is made of; written in lower case in a {@link Shape}. */
enum ByteClass {
    DIGIT("0-9"),
    HEX("0-9a-f"),
    XDIGIT("0-9A-Fa-f"),
    ALPHA("A-Za-z"),
    LOWER("0-9a-z"),
    UPPER("0-9A-Z"),
    ALNUM("0-9A-Za-z"),
    WORD("0-9A-Z_a-z"),
    BASE32("2-7A-Z"),
    BECH32("02-9AC-HJ-NP-Z"),
    BASE64("+/0-9A-Za-z"),
    BASE64URL("0-9A-Za-z_-"),
    /** Base64 of either alphabet. */
    ANYBASE64("+/0-9A-Za-z_-"),
    /** What the middle of a dotted or padded identifier is made of. */
    DOTTED("0-9=A-Za-z._-"),
    TILDE("0-9A-Za-z._~-"),
    UUID("0-9A-Fa-f-");

    /** One bit for each member: the first for bytes below 64, the second for those from 64 to 127. */
    private final long low;

    private final long high;

    ByteClass(String ranges) {
        long[] bits = new long[2];
        for (int i = 0; i < ranges.length(); i++) {
            boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
            char last = range ? ranges.charAt(i + 2) : ranges.charAt(i);
            for (char c = ranges.charAt(i); c <= last; c++) {
                bits[c >> 6] |= 1L << c;
            }
            i += range ? 2 : 0;
        }
        low = bits[0];
        high = bits[1];
    }

    static ByteClass named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean contains(byte b) {
        return b >= 0 && ((b < 64 ? low : high) >>> b & 1) != 0;
    }

    /** How many different bytes belong to the class. */
    int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }
}
