package io.imprimatur.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to recognise secrets: the words that lead to a candidate, and the check made where one of them stands. A rule
 * keeps nothing between calls, and over one text its checks look at no more bytes than a fixed multiple of its length.
 */
interface SecretRule {
    /** The words, at least one, none empty; found wherever they stand. */
    List<byte[]> anchors();

    /** What is at the anchor that starts at {@code start}, if it is a secret. */
    @Nullable
    Candidate at(Text text, int anchor, int start);
}
