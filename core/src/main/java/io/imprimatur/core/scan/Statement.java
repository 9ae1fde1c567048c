package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a scanner says that it did not cover, checked: a gap at a place that is not there would hide what it stands for. */
final class Statement {
    /** More gaps than these are one: the whole. */
    private static final int MOST_GAPS = 10_000;

    private final ScannerDescriptor scanner;
    private final ChangeContent content;
    private final Set<RepoPath> changed = new HashSet<>();

    Statement(ScannerDescriptor scanner, Change change, ChangeContent content) {
        this.scanner = scanner;
        this.content = content;
        change.files().stream().map(ChangedFile::path).forEach(changed::add);
        change.unread().stream().map(UnreadPath::path).forEach(changed::add);
    }

    List<Gap> gaps(Coverage coverage) {
        List<Gap> said = coverage.gaps();
        if (said.size() > MOST_GAPS) {
            return List.of(invalid("names " + said.size() + " gaps, more than the limit of " + MOST_GAPS));
        }
        List<Gap> gaps = new ArrayList<>(said);
        for (Gap gap : said) {
            if (gap.path() != null && !isThere(gap.path())) {
                gaps.add(invalid("names a gap at a file that is not there"));
            }
            if (gap.category() != null && !scanner.categories().contains(gap.category())) {
                gaps.add(invalid("names a gap in a category that it does not declare"));
            }
        }
        return gaps;
    }

    private Gap invalid(String what) {
        return Gap.whole(Gap.Cause.INVALID_ANSWER, "Scanner " + scanner.id() + " " + what);
    }

    private boolean isThere(RepoPath path) {
        return changed.contains(path) || isIn(content.head(), path) || isIn(content.base(), path);
    }

    private static boolean isIn(Tree tree, RepoPath path) {
        try {
            return tree.file(path).isPresent();
        } catch (ImprimaturException unreadable) {
            return true;
        }
    }
}
