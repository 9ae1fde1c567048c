package io.imprimatur.core.intake;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.head.FileLines;
import io.imprimatur.core.head.Origins;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which suppressions were there before a change: those that the change itself brings suppress nothing until a person has
 * accepted them. Where it is not known whether the change brought one, it counts as brought. Not thread-safe.
 */
public final class Suppressions {
    /** What comments say that silence a scanner, in the words of many. */
    private static final Pattern WORDS =
            Pattern.compile("(?i)no[-_ ]?(sec|sem|lint|qa|sonar|inspection|check)|suppress|ignore"
                    + "|disable|lgtm|codeql|: *(skip|allow)|snyk|deepcode|kics|pragma|analysis *off");

    private final Placing placing;
    private final Origins origins;
    private final Map<RepoPath, ChangedFile> changed = new HashMap<>();
    private final Map<RepoPath, Boolean> silenced = new HashMap<>();

    /** For a change, whose head is looked into by {@code placing}. */
    public Suppressions(Change change, Placing placing) {
        this.placing = Preconditions.notNull(placing, "placing");
        this.origins = new Origins(Preconditions.notNull(change, "change"));
        for (ChangedFile file : change.files()) {
            changed.put(file.path(), file);
        }
    }

    /** Whether a suppression that is known to stand at a place was there before. */
    public boolean wasThere(Place suppression) {
        return origin(suppression.path(), suppression.lines()) == Origin.PRE_EXISTING;
    }

    /**
     * Whether a suppression of what stands at a place, itself somewhere in the code, was there before: neither the lines of
     * the finding nor the one above may be new, nor any line of the file that reads like a suppression.
     */
    public boolean wasInCode(Place finding) {
        return wasOutside(finding) && !isSilenced(finding.path());
    }

    /** Whether a suppression of what stands at a place, kept outside of the code, can have been there before. */
    public boolean wasOutside(Place finding) {
        LineRange lines = finding.lines();
        LineRange andAbove = lines == null ? null : new LineRange(Math.max(1, lines.first() - 1), lines.last());
        return origin(finding.path(), andAbove) == Origin.PRE_EXISTING;
    }

    private Origin origin(RepoPath path, @Nullable LineRange lines) {
        return origins.of(new Location(path, lines, 0, 0));
    }

    /** Whether the change adds a line that reads like a suppression. */
    private boolean isSilenced(RepoPath path) {
        return silenced.computeIfAbsent(path, absent -> {
            ChangedFile file = changed.get(path);
            FileLines lines = file == null ? null : placing.lines(path);
            if (file == null || lines == null) {
                return file != null;
            }
            for (LineRange added : file.added().ranges()) {
                for (int line = added.first(); line <= Math.min(added.last(), lines.count()); line++) {
                    if (WORDS.matcher(lines.line(line)).find()) {
                        return true;
                    }
                }
            }
            return false;
        });
    }
}
