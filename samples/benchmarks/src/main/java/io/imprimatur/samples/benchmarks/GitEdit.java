package io.imprimatur.samples.benchmarks;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a commit did to the lines of a file, as git tells it.
 *
 * @param hunks in their order, without any line around them
 */
record GitEdit(RepoPath before, RepoPath after, List<Hunk> hunks) {
    /**
     * @param oldFirst the first line that is gone; where none is, the one before which there are new ones
     * @param newFirst the first line that came; where none did, the one before which some are gone
     */
    record Hunk(int oldFirst, List<String> removed, int newFirst, List<String> added) {
        private int oldEnd() {
            return oldFirst + removed.size();
        }

        private boolean cuts(LineRange lines) {
            return removed.isEmpty()
                    ? oldFirst > lines.first() && oldFirst <= lines.last()
                    : oldFirst <= lines.last() && oldEnd() > lines.first();
        }
    }

    /** What became of a place. */
    enum Fate {
        STAYED("unchanged, and no line before it"),
        MOVED("unchanged, moved by lines before it"),
        RENAMED("unchanged, in a renamed file"),
        CUT("taken out and put in elsewhere in the file"),
        INDENTED("other white space at the ends or of another amount"),
        SPACED("white space put in or taken away, line broken or joined"),
        EDITED("edited or removed");

        final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    /**
     * @param line where it begins now; 0 where it was edited
     */
    record Whereabouts(Fate fate, int line) {
        static final Whereabouts GONE = new Whereabouts(Fate.EDITED, 0);
    }

    /**
     * What became of some lines of the file before.
     *
     * @param column of what is looked for on the first of them, from 1
     */
    Whereabouts of(LineRange lines, int column) {
        int shift = 0;
        for (Hunk hunk : hunks) {
            if (hunk.cuts(lines)) {
                return lines.size() == 1 ? inside(hunk, lines.first(), column) : Whereabouts.GONE;
            }
            if (hunk.oldEnd() <= lines.first()) {
                shift += hunk.added.size() - hunk.removed.size();
            }
        }
        boolean renamed = !before.equals(after);
        Fate fate = renamed ? Fate.RENAMED : shift == 0 ? Fate.STAYED : Fate.MOVED;
        return new Whereabouts(fate, lines.first() + shift);
    }

    private Whereabouts inside(Hunk hunk, int line, int column) {
        int index = line - hunk.oldFirst;
        String text = hunk.removed.get(index);
        int same = counterpart(hunk, index);
        if (same >= 0) {
            boolean amount = blanksAsOne(text).equals(blanksAsOne(hunk.added.get(same)));
            return new Whereabouts(amount ? Fate.INDENTED : Fate.SPACED, hunk.newFirst + same);
        }
        if (squeezed(String.join("", hunk.removed)).equals(squeezed(String.join("", hunk.added)))) {
            int before = squeezed(String.join("", hunk.removed.subList(0, index))
                            + text.substring(0, Math.min(text.length(), Math.max(0, column - 1))))
                    .length();
            return new Whereabouts(Fate.SPACED, hunk.newFirst + lineAt(hunk.added, before));
        }
        List<Integer> taken = new ArrayList<>();
        List<Integer> put = new ArrayList<>();
        for (Hunk each : hunks) {
            indexes(each.removed, text).forEach(i -> taken.add(each.oldFirst + i));
            indexes(each.added, text).forEach(i -> put.add(each.newFirst + i));
        }
        return taken.size() == 1 && put.size() == 1 ? new Whereabouts(Fate.CUT, put.get(0)) : Whereabouts.GONE;
    }

    /** The line of the same signs among the new ones of a hunk, where there are as many of them as there were; else -1. */
    private static int counterpart(Hunk hunk, int index) {
        List<Integer> taken = indexes(hunk.removed, hunk.removed.get(index));
        List<Integer> put = indexes(hunk.added, hunk.removed.get(index));
        return taken.size() == put.size() ? put.get(taken.indexOf(index)) : -1;
    }

    private static List<Integer> indexes(List<String> lines, String text) {
        String sought = squeezed(text);
        return IntStream.range(0, lines.size())
                .filter(i -> squeezed(lines.get(i)).equals(sought))
                .boxed()
                .toList();
    }

    private static int lineAt(List<String> lines, int sign) {
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            seen += squeezed(lines.get(i)).length();
            if (seen > sign) {
                return i;
            }
        }
        return lines.size() - 1;
    }

    /** Whether a line now was put in, and nothing of its signs was taken out anywhere in the file. */
    boolean isNew(int line) {
        String text = addedAt(line);
        return text != null
                && hunks.stream().allMatch(hunk -> indexes(hunk.removed, text).isEmpty());
    }

    /** Whether a line now was put in. */
    boolean adds(int line) {
        return addedAt(line) != null;
    }

    private @Nullable String addedAt(int line) {
        for (Hunk hunk : hunks) {
            int index = line - hunk.newFirst;
            if (index >= 0 && index < hunk.added.size()) {
                return hunk.added.get(index);
            }
        }
        return null;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String blanksAsOne(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
