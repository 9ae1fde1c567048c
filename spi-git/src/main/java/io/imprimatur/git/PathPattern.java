package io.imprimatur.git;

import org.jspecify.annotations.Nullable;

/**
 * A line of {@code .gitignore}, or the first word of one of {@code .gitattributes}, with what it is matched against.
 *
 * @param directory the directory of the file that it stands in, with a slash at the end; empty at the top
 * @param glob the pattern
 * @param anywhere whether it is matched against the name alone, because it holds no slash
 * @param onlyDirectories whether it ended with a slash
 * @param negated whether it began with {@code !}
 */
record PathPattern(String directory, Glob glob, boolean anywhere, boolean onlyDirectories, boolean negated) {
    /** Longer lines are hardly meant, and slow. */
    private static final int LONGEST = 1000;

    /** Null where the line holds no pattern. */
    static @Nullable PathPattern of(String line, String directory) {
        boolean negated = line.startsWith("!");
        String pattern = negated ? line.substring(1) : line;
        boolean onlyDirectories = pattern.endsWith("/");
        if (onlyDirectories) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean anywhere = pattern.indexOf('/') < 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            return null;
        }
        return new PathPattern(directory, new Glob(pattern), anywhere, onlyDirectories, negated);
    }

    boolean matches(String path, boolean isDirectory) {
        if ((onlyDirectories && !isDirectory) || !path.startsWith(directory)) {
            return false;
        }
        return glob.matches(path.substring(anywhere ? path.lastIndexOf('/') + 1 : directory.length()));
    }
}
