package io.imprimatur.git;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Between the bytes of a file name and Java's {@link Path}. A {@code Path} made from text depends on the locale and
 * cannot name every file; one made from a {@code file:} URI takes the bytes as they are.
 */
final class BytePath {
    private BytePath() {}

    /** @param relative the bytes of a path, one character each */
    static Path resolve(Path root, String relative) {
        if (isAscii(relative)) {
            return root.resolve(relative);
        }
        StringBuilder uri = new StringBuilder(root.toUri().getRawPath());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte b : relative.getBytes(StandardCharsets.ISO_8859_1)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '/';
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return Path.of(URI.create("file://" + uri));
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value & 15);
    }

    /** The bytes of the last name of an absolute path, one character each. */
    static String name(Path path) {
        Path last = path.getFileName();
        if (isAscii(last.toString())) {
            return last.toString();
        }
        String uri = path.toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return decode(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    }

    /** The bytes of a relative path such as a link's target, one character each. */
    static String whole(Path path) {
        if (isAscii(path.toString())) {
            return path.toString();
        }
        StringBuilder text = new StringBuilder(path.isAbsolute() ? "/" : "");
        for (Path part : path) {
            text.append(text.length() > 1 ? "/" : "")
                    .append(name(path.getFileSystem().getPath("/").resolve(part)));
        }
        return text.toString();
    }

    private static String decode(String escaped) {
        StringBuilder bytes = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%') {
                bytes.append((char) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
