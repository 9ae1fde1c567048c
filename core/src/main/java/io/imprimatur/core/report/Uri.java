package io.imprimatur.core.report;

import io.imprimatur.change.RepoPath;

/** A path as a relative reference (RFC 3986): its bytes, percent-encoded where they are not unreserved. */
final class Uri {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private Uri() {}

    static String of(RepoPath path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.bytes()) {
            if (b == '/' || isUnreserved(b)) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || UNRESERVED_MARKS.indexOf(b) >= 0;
    }
}
