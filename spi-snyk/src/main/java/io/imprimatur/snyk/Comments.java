package io.imprimatur.snyk;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.Tree;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comments that keep findings of code out of the service's answer: those that a change brings count for nothing. */
final class Comments {
    private static final Pattern COMMENT = Pattern.compile("(?i)\\b(deepcode|dc|snyk)[ \\t:]+ignore\\b");
    private static final int MOST_BYTES = 1 << 20;

    private Comments() {}

    /** A gap for each file that has more of them than before: the service does not say what it left out. */
    static List<Gap> brought(ScanRequest request) {
        List<Gap> gaps = new ArrayList<>();
        for (ChangedFile file : request.change().files()) {
            FileVersion after = file.after();
            if (after != null
                    && count(request.content().head(), after)
                            > count(request.content().base(), file.before())) {
                gaps.add(Gap.at(
                        after.path(),
                        Gap.Cause.SKIPPED,
                        "the change adds a comment that may keep findings out of what Snyk says of the code"));
            }
        }
        return gaps;
    }

    /** None in what cannot be read: that is a gap of its own, as the tool does not get it either. */
    private static long count(Tree tree, @Nullable FileVersion file) {
        if (file == null) {
            return 0;
        }
        try {
            String text = new String(tree.read(file.path(), MOST_BYTES), StandardCharsets.ISO_8859_1);
            return COMMENT.matcher(text).results().count();
        } catch (ImprimaturException unread) {
            return 0;
        }
    }
}
