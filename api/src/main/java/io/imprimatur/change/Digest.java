package io.imprimatur.change;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256 digest (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {
    public Digest {
        Preconditions.notNull(hex, "digest");
        Preconditions.check(
                hex.length() == 64 && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')),
                "digest",
                hex,
                "must be 64 lower-case hexadecimal digits");
    }

    /** The digest of some bytes. */
    public static Digest of(byte[] content) {
        MessageDigest digest = start();
        digest.update(content);
        return of(digest);
    }

    /** The digest of all that the given MessageDigest has seen. It is reset by the call. */
    public static Digest of(MessageDigest seen) {
        return new Digest(HexFormat.of().formatHex(seen.digest()));
    }

    /** The digest of some texts, each with its length before it: two lists have the same only where they are the same. */
    public static Digest of(List<String> texts) {
        MessageDigest digest = start();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return of(digest);
    }

    /** A fresh SHA-256, for content that comes in pieces. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            // Every Java platform must have SHA-256 (MessageDigest's own documentation).
            throw new ImprimaturException(
                    ErrorCode.PLATFORM_UNSUITABLE,
                    List.of(Problem.of("this Java runtime has no SHA-256")
                            .remedy("use one that conforms to the Java SE specification")),
                    absent);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    /** {@code sha256:…}. */
    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
