package io.imprimatur.git;

import io.imprimatur.change.Trailer;
import java.util.ArrayList;
import java.util.List;

/**
 * The trailers of a commit message, as {@code git interpret-trailers --parse --no-divider} reads them (so does
 * {@code git log --format='%(trailers:only,unfold)'}: in a commit, a line {@code ---} is text like any other).
 *
 * <p>The trailers are in the last paragraph, which is not the first. Either every line of it belongs to a trailer, or a
 * quarter of them do and one is of a kind that git itself writes.
 */
final class TrailerParser {
    private static final int LONGEST_KEY = 1000;
    private static final String SCISSORS = "# ------------------------ >8 ------------------------";
    private static final String PICKED = "(cherry picked from commit ";
    private static final String SIGNED = "Signed-off-by: ";

    private final List<String> lines;

    private TrailerParser(List<String> lines) {
        this.lines = lines;
    }

    static List<Trailer> parse(String message) {
        List<String> lines = new ArrayList<>(List.of(message.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int cut = lines.indexOf(SCISSORS);
        TrailerParser parser = new TrailerParser(cut < 0 ? lines : lines.subList(0, cut));
        return parser.read();
    }

    private List<Trailer> read() {
        int end = withoutTail();
        int start = start(end);
        List<Trailer> trailers = new ArrayList<>();
        int line = start;
        while (line < end) {
            String text = lines.get(line++);
            int separator = separator(text);
            if (separator < 1) {
                continue;
            }
            StringBuilder value = new StringBuilder(text.substring(separator + 1));
            while (line < end && startsWithSpace(lines.get(line))) {
                value.append(' ').append(stripStart(lines.get(line++)));
            }
            String key = strip(text.substring(0, separator));
            if (!isComment(text) && !key.isEmpty()) {
                String bounded = key.substring(0, Math.min(key.length(), LONGEST_KEY));
                trailers.add(new Trailer(bounded, strip(value.toString())));
            }
        }
        return trailers;
    }

    /** Where comments, blank lines and the list of conflicts that old versions of git appended begin. */
    private int withoutTail() {
        int tail = -1;
        boolean conflicts = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean ignorable = line.isEmpty() || isComment(line);
            if (line.equals("Conflicts:")) {
                conflicts = true;
                ignorable = true;
            } else if (conflicts && line.startsWith("\t")) {
                ignorable = true;
            }
            if (!ignorable) {
                tail = -1;
                conflicts = false;
            } else if (tail < 0) {
                tail = i;
            }
        }
        return tail < 0 ? lines.size() : tail;
    }

    /** The first line of the paragraph of trailers; {@code end} where there is none. */
    private int start(int end) {
        int title = 0;
        while (title < end && (isComment(lines.get(title)) || !isBlank(lines.get(title)))) {
            title++;
        }
        int trailers = 0;
        int others = 0;
        int continuations = 0;
        boolean recognized = false;
        boolean onlyBlank = true;
        for (int i = end - 1; i >= title; i--) {
            String line = lines.get(i);
            if (isComment(line)) {
                others += continuations;
                continuations = 0;
            } else if (isBlank(line)) {
                if (onlyBlank) {
                    continue;
                }
                others += continuations;
                boolean most = recognized && trailers * 3 >= others;
                return most || (trailers > 0 && others == 0) ? i + 1 : end;
            } else {
                onlyBlank = false;
                if (line.startsWith(SIGNED) || line.startsWith(PICKED)) {
                    trailers++;
                    continuations = 0;
                    recognized = true;
                } else if (separator(line) >= 1 && !startsWithSpace(line)) {
                    trailers++;
                    continuations = 0;
                } else if (startsWithSpace(line)) {
                    continuations++;
                } else {
                    others += 1 + continuations;
                    continuations = 0;
                }
            }
        }
        return end;
    }

    /** Where the colon stands behind a key of letters, digits and hyphens; -1 where the line has no key. */
    private static int separator(String line) {
        boolean spaced = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!spaced && word) {
                continue;
            }
            if (i > 0 && (c == ' ' || c == '\t')) {
                spaced = true;
                continue;
            }
            return -1;
        }
        return -1;
    }

    private static boolean isComment(String line) {
        return line.startsWith("#");
    }

    private static boolean isBlank(String line) {
        return stripStart(line).isEmpty();
    }

    private static boolean startsWithSpace(String line) {
        return !line.isEmpty() && isSpace(line.charAt(0));
    }

    /** What git calls white space. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static String stripStart(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static String strip(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return stripStart(text.substring(0, end));
    }
}
