package io.imprimatur.git;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .gitignore} files and {@code info/exclude} leave out. The user's own {@code core.excludesFile} lies outside
 * the repository and has no say, so files that only it ignores count as new.
 */
final class IgnoreRules {
    private final @Nullable IgnoreRules outer;
    private final List<PathPattern> patterns;

    private IgnoreRules(@Nullable IgnoreRules outer, List<PathPattern> patterns) {
        this.outer = outer;
        this.patterns = patterns;
    }

    static IgnoreRules none() {
        return new IgnoreRules(null, List.of());
    }

    /** These rules and those of one more file, which go before. */
    IgnoreRules with(byte @Nullable [] file, String directory) {
        if (file == null) {
            return this;
        }
        List<PathPattern> more = new ArrayList<>();
        for (String line : RuleLines.of(file)) {
            PathPattern pattern = line.startsWith("#") ? null : PathPattern.of(withoutTrailingSpaces(line), directory);
            if (pattern != null) {
                more.add(pattern);
            }
        }
        return more.isEmpty() ? this : new IgnoreRules(this, more);
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether a path is left out; the last rule that speaks of it decides. */
    boolean ignores(String path, boolean isDirectory) {
        for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
            for (int i = rules.patterns.size() - 1; i >= 0; i--) {
                PathPattern pattern = rules.patterns.get(i);
                if (pattern.matches(path, isDirectory)) {
                    return !pattern.negated();
                }
            }
        }
        return false;
    }
}
