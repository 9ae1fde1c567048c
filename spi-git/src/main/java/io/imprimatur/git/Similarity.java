package io.imprimatur.git;

import java.util.Arrays;

/**
 * The content of a file as a bag of chunks, each a line or the next 64 bytes of a long one, for the question how much
 * of one file is found in another. The measure is git's: the bytes in common, of the larger file's.
 */
final class Similarity {
    /** The score of equal files, as git counts. */
    static final int MAX_SCORE = 60_000;

    private static final int LONGEST_CHUNK = 64;
    private static final int LENGTH_BITS = 7;
    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    private static final long SEED = 1;

    private final long size;
    /** Ordered hashes of the distinct chunks, and the bytes in all chunks of that hash. */
    private final long[] hashes;

    private final int[] bytes;

    Similarity(byte[] content) {
        size = content.length;
        long[] chunks = chunks(content);
        Arrays.sort(chunks);
        int distinct = 0;
        for (int i = 0; i < chunks.length; i++) {
            if (i == 0 || chunks[i] >> LENGTH_BITS != chunks[i - 1] >> LENGTH_BITS) {
                distinct++;
            }
        }
        hashes = new long[distinct];
        bytes = new int[distinct];
        int at = -1;
        for (int i = 0; i < chunks.length; i++) {
            if (i == 0 || chunks[i] >> LENGTH_BITS != chunks[i - 1] >> LENGTH_BITS) {
                at++;
                hashes[at] = chunks[i] >> LENGTH_BITS;
            }
            bytes[at] += (int) (chunks[i] & (1 << LENGTH_BITS) - 1);
        }
    }

    private static long[] chunks(byte[] content) {
        boolean text = !Lines.isBinary(content);
        long[] found = new long[16];
        int count = 0;
        long hash = SEED;
        int length = 0;
        for (int i = 0; i < content.length; i++) {
            byte b = content[i];
            // Line ends that were converted do not make a file another one.
            if (text && b == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
                continue;
            }
            hash = (hash ^ b & 0xff) * MULTIPLIER;
            hash ^= hash >>> 29;
            length++;
            if (length == LONGEST_CHUNK || b == '\n') {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = hash << LENGTH_BITS | length;
                hash = SEED;
                length = 0;
            }
        }
        if (length > 0) {
            found = count == found.length ? Arrays.copyOf(found, count + 1) : found;
            found[count++] = hash << LENGTH_BITS | length;
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether files of these sizes can reach a score at all. */
    static boolean isPossible(long one, long other, int least) {
        long larger = Math.max(one, other);
        return larger * (MAX_SCORE - least) >= (larger - Math.min(one, other)) * MAX_SCORE;
    }

    /** From 0 to {@link #MAX_SCORE}. */
    int score(Similarity target) {
        long larger = Math.max(size, target.size);
        if (larger == 0) {
            return 0;
        }
        long common = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < target.hashes.length) {
            int order = Long.compare(hashes[i], target.hashes[j]);
            if (order == 0) {
                common += Math.min(bytes[i++], target.bytes[j++]);
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return (int) (common * MAX_SCORE / larger);
    }
}
