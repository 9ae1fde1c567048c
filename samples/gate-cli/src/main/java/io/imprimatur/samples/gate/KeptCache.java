package io.imprimatur.samples.gate;

import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What scanners said before, in the folder that {@code --cache} names. */
final class KeptCache {
    /** The variable with the key under which what is kept is believed. */
    static final String KEY = "IMPRIMATUR_CACHE_KEY";

    private static final long MOST_BYTES = 256L << 20;

    private KeptCache() {}

    static AnswerCache in(Path folder, @Nullable String key) {
        byte[] bytes = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < AnswerCache.LEAST_KEY) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_CONFIGURATION,
                    Problem.of("--cache needs a key of at least " + AnswerCache.LEAST_KEY + " bytes")
                            .field(KEY)
                            .value(key == null ? "not set" : bytes.length + " bytes")
                            .remedy("set the variable to a secret that whoever brings a change cannot read"));
        }
        return AnswerCache.in(folder.toAbsolutePath(), bytes, MOST_BYTES, Clock.systemUTC());
    }
}
