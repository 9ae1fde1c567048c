package io.imprimatur.core.policy.file;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The word that someone who mistyped it probably meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** What to tell the writer of an unknown word. */
    static String remedy(String word, Collection<String> known) {
        String question = question(word, known);
        return question == null ? "write one of " + String.join(", ", known) : question;
    }

    /** Whether the writer meant the known word that is nearest; null where none is near. */
    public static @Nullable String question(String word, Collection<String> known) {
        String meant = to(word, known);
        return meant == null ? null : "did you mean " + meant + "?";
    }

    /** The known word that takes the fewest edits, if it takes few for its length. */
    static @Nullable String to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String written = word.toLowerCase(Locale.ROOT).replace('_', '-');
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known) {
            int most = Math.min(3, (Math.max(written.length(), candidate.length()) + 1) / 3);
            int edits = candidate.length() > LONGEST ? Integer.MAX_VALUE : edits(written, candidate);
            if (edits <= most && edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
                least = Math.min(least, edits[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least = Math.min(least, edits[i - 2][j - 2] + 1);
                }
                edits[i][j] = least;
            }
        }
        return edits[from.length()][to.length()];
    }
}
