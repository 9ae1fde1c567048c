package io.imprimatur.core.intake;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.scan.ScannerSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The file of the repository that a tool means by a path or a URI: relative to the root of the repository, with or without
 * {@code ./}, absolute under one of the folders where the tool saw the repository, with either slash, percent-encoded or
 * not. Where what is written can be read in several ways, the first that names a file wins.
 *
 * <p>What leaves the repository, or is absolute and under no known folder, is outside. Nothing is guessed from the end of a
 * path. Immutable; thread-safe where {@code exists} is.
 */
public final class PathMapping {
    /** Like every path in here, a text whose characters are bytes. */
    private final List<String> roots;

    private final Predicate<RepoPath> exists;

    /**
     * Where the repository is.
     *
     * @param roots the folders, absolute, where the tool saw the root of the repository; none where it writes relative paths
     * @param exists whether a file is there
     */
    public PathMapping(List<String> roots, Predicate<RepoPath> exists) {
        List<String> normal = new ArrayList<>();
        for (String root : Preconditions.copy(roots, "roots")) {
            String folder = slashes(root.startsWith("file:") ? decode(withoutScheme(root)) : bytes(root));
            Preconditions.check(isAbsolute(folder), "roots", root, "must be absolute");
            normal.add(folder.endsWith("/") ? folder : folder + "/");
        }
        this.roots = List.copyOf(normal);
        this.exists = Preconditions.notNull(exists, "exists");
    }

    /** The file that a plain path names; empty where that is outside. */
    public Optional<RepoPath> path(String written) {
        return meant(bytes(written));
    }

    /** The file that a URI reference names, or a path in the place of one; empty where that is outside. */
    public Optional<RepoPath> uri(String written) {
        if (written.regionMatches(true, 0, "file:", 0, 5)) {
            return meant(decode(withoutScheme(written)));
        }
        if (written.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return Optional.empty(); // https: and the like; one letter is a drive
        }
        return meant(decode(written), bytes(written));
    }

    /**
     * Where a tool saw the root of the repository: what the embedder says, and what the policy says as {@code roots}, which is
     * refused where it is not absolute. It may be a path of another system than this.
     */
    public static List<String> roots(List<String> given, ScannerSettings policy) {
        List<String> roots = new ArrayList<>(given);
        List<String> said = policy.texts("roots");
        if (said.stream().allMatch(PathMapping::isAbsolute)) {
            roots.addAll(said);
        } else {
            policy.refuse("roots", "must be absolute paths");
        }
        return roots;
    }

    /** Whether a path is absolute on any system: {@code /a}, {@code C:/a}, {@code //host/a}. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:[/\\\\].*");
    }

    /** What names a file; where none does, the first reading. */
    private Optional<RepoPath> meant(String... readings) {
        return Stream.of(readings)
                .flatMap(reading -> Stream.of(reading, slashes(reading)))
                .flatMap(path -> candidate(path).stream())
                .filter(exists)
                .findFirst()
                .or(() -> candidate(slashes(readings[0])));
    }

    private Optional<RepoPath> candidate(String path) {
        String relative = path;
        if (isAbsolute(path)) {
            String root = roots.stream()
                    .filter(folder -> isUnder(path, folder))
                    .findFirst()
                    .orElse(null);
            if (root == null) {
                return Optional.empty();
            }
            relative = path.substring(root.length());
        }
        try {
            return normal(relative).map(inside -> RepoPath.ofBytes(inside.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (ImprimaturException impossible) {
            return Optional.empty();
        }
    }

    /** Windows does not tell cases apart, so a path with a drive is compared without. */
    private static boolean isUnder(String path, String folder) {
        boolean drive = folder.length() > 1 && folder.charAt(1) == ':';
        return path.regionMatches(drive, 0, folder, 0, folder.length());
    }

    /** Without empty segments, {@code .} and {@code ..}; empty where it leaves the root or names it. */
    private static Optional<String> normal(String relative) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : relative.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", segments));
    }

    /** The path of a file URI, still encoded: {@code file:///a}, {@code file:/a}, {@code file://localhost/a}, {@code file:///C:/a}. */
    private static String withoutScheme(String uri) {
        String rest = uri.substring(5);
        if (rest.toLowerCase(Locale.ROOT).startsWith("//localhost/")) {
            rest = rest.substring(11);
        } else if (rest.startsWith("///")) {
            rest = rest.substring(2);
        }
        return rest.matches("/[A-Za-z]:.*") ? rest.substring(1) : rest;
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }

    /** A text in which each character is a byte of the UTF-8: an encoded path may be none. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The bytes that a URI spells; what is no encoding stands for itself. */
    private static String decode(String uri) {
        String encoded = bytes(uri);
        StringBuilder decoded = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == '%'
                    && i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(i + 1))
                    && HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                decoded.append((char) HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                decoded.append(character);
            }
        }
        return decoded.toString();
    }
}
