package io.imprimatur.scan;

import io.imprimatur.change.Digest;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a change and says what it found and what it did not cover.
 *
 * <p>A scanner MUST be safe for use by several threads, each with a request of its own. Its answer MUST depend on the
 * request, its settings and its version alone. It MUST NOT change the repository. It MUST NOT let a secret that it finds
 * reach a finding, a gap, a log or an exception.
 */
public interface Scanner extends AutoCloseable {
    /**
     * Scans. Findings go to {@code findings} as they are made. What is returned says what was <em>not</em> covered; a
     * scanner MUST name every file that it should have looked at and did not, and every reason to doubt its answer.
     * "Found nothing" and "did not look" are different answers.
     *
     * <p>MUST stop soon after the thread is interrupted or {@link ScanRequest#isCancelled} turns true. MUST NOT use
     * {@code findings} after it returned. SHOULD report places that the change touches first, as the sink is bounded.
     *
     * @throws InterruptedException where it stopped because it was told to
     */
    Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException;

    /**
     * Whether the answer is about the content that {@link ScanRequest#content} gives, whichever that is. A scanner that
     * passes on what was found elsewhere, such as the report of another job, MUST say that it is not: then it is not asked
     * about the base of a change, of which it would say the same as of its head.
     */
    default boolean readsContent() {
        return true;
    }

    /**
     * What the answer depends on besides the request: the version of the tool, its rules, its settings, whose account it
     * uses. Where it is given, what the scanner said may be kept and not asked again for as long as this and
     * {@link ScannerDescriptor} stay the same, and what it depends on of the request:
     * <ul>
     * <li>of each file by itself, while its path, content and mode stay the same, and which lines the change adds. A scanner
     * that gives a basis and no {@link #dependsOn} MUST answer of each file from that file alone, and name the file in every
     * finding and every gap that is about it;
     * <li>or of the change as a whole, while {@link #dependsOn} stays the same.
     * </ul>
     *
     * <p>Nothing is kept of an answer with a gap that may close next time. The basis is written nowhere, nor is its digest but
     * under the key of whoever keeps answers; all the same a secret SHOULD go in as a digest. Empty unless overridden: then
     * nothing is kept.
     */
    default Optional<String> basis() {
        return Optional.empty();
    }

    /**
     * All that the answer depends on of a request, where it cannot be told of one file without the others: a digest of the
     * files that it reads, of the side after the change or before, with their paths, and of what it takes from
     * {@link ScanRequest#change}, lines among it where it looks at them. Where {@link #basis} and this are the same for two
     * requests, the findings and the coverage MUST be. MUST NOT take longer than reading those files. Empty unless
     * overridden: then the scanner answers of each file by itself.
     *
     * @throws io.imprimatur.error.ImprimaturException where a file cannot be read: then the scanner is asked, and nothing is
     *     kept
     * @throws InterruptedException where the answer is no longer wanted
     */
    default Optional<Digest> dependsOn(ScanRequest request) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * How long an answer about the same content stays true: where a scanner asks what changes by itself, such as a database
     * of vulnerabilities, an answer may be kept for so long, and where it is zero, not at all. Empty where the answer depends
     * on the content alone, which is so unless overridden. MUST be the same at every call.
     */
    default Optional<Duration> freshFor() {
        return Optional.empty();
    }

    /** Releases what the scanner holds. MUST be safe to call twice. Does nothing unless overridden. */
    @Override
    default void close() {}
}
