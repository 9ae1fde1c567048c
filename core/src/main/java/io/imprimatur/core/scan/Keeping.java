package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.scan.ScannerDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the answers of one scanner are kept.
 *
 * @param basis what they depend on besides what is asked
 * @param freshFor how old they may be; null where they stay true for ever
 */
record Keeping(
        AnswerCache cache,
        ScannerDescriptor scanner,
        String basis,
        @Nullable Duration freshFor) {

    /** What is asked, by all that the answer depends on. */
    Digest question(List<String> depends) {
        List<String> all = new ArrayList<>(List.of(scanner.id(), scanner.version(), basis));
        all.addAll(depends);
        return Digest.of(all);
    }

    Optional<KeptAnswer> get(Digest question) {
        return cache.get(question, freshFor).flatMap(KeptAnswer::read);
    }

    void put(Digest question, KeptAnswer answer) {
        if (answer.isLasting()) {
            cache.put(question, answer.bytes());
        }
    }
}
