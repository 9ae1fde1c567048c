package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.SHORT;
import static io.imprimatur.core.scan.TestScanners.at;
import static io.imprimatur.core.scan.TestScanners.change;
import static io.imprimatur.core.scan.TestScanners.draft;
import static io.imprimatur.core.scan.TestScanners.onlyGap;
import static io.imprimatur.core.scan.TestScanners.provider;
import static io.imprimatur.core.scan.TestScanners.report;
import static io.imprimatur.core.scan.TestScanners.reportSoon;
import static io.imprimatur.core.scan.TestScanners.reporting;
import static io.imprimatur.core.scan.TestScanners.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.Gap.Cause;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a scanner does, the run ends, the report says why, and no thread of ours is left that keeps a program alive. */
@Timeout(60)
class HostileScannerTest {
    private static final String HIDDEN = "a message that may hold a secret";

    /** What lets scanners that ignore interruption go, after the test. */
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letGo() throws InterruptedException {
        end.countDown();
        for (Thread thread : ownThreads()) {
            thread.join(5000);
        }
        assertThat(ownThreads()).isEmpty();
    }

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException(HIDDEN, new RuntimeException(HIDDEN)),
                new StackOverflowError(HIDDEN),
                new OutOfMemoryError(HIDDEN),
                new NoClassDefFoundError(HIDDEN),
                new AssertionError(HIDDEN),
                new HostileException());
    }

    /** Fails whenever it is asked anything. */
    static final class HostileException extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException(HIDDEN);
        }

        @Override
        public String toString() {
            throw new IllegalStateException(HIDDEN);
        }

        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void thatThrowsHasAGapWithTheNameOfWhatItThrewAndNoMore(Throwable failure) {
        ScanReport report = report(throwing(failure));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.FAILED);
        assertThat(onlyGap(report).path()).isNull();
        assertThat(onlyGap(report).detail())
                .isEqualTo("Scanner test failed with " + failure.getClass().getName());
    }

    @Test
    void thatThrowsKeepsWhatItFoundBefore() {
        ScanReport report = report(throwing(new IllegalStateException()));

        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void thatOverflowsTheStackHasAGap() {
        ScanReport report = report(scanner("test", (request, findings) -> deeper(0) > 0 ? null : Coverage.COMPLETE));

        assertThat(onlyGap(report).detail()).contains("StackOverflowError");
    }

    @Test
    void thatThrowsOurExceptionIsNotQuotedEither() {
        ScanReport report = report(scanner("test", (request, findings) -> {
            request.content().head().read(RepoPath.of("nowhere-" + HIDDEN.hashCode()), 1);
            return Coverage.COMPLETE;
        }));

        assertThat(onlyGap(report).detail()).contains("content-not-found").doesNotContain("nowhere");
    }

    @Test
    void thatSleepsIsToldToStop() {
        CountDownLatch told = new CountDownLatch(1);
        ScanReport report = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> reportSoon(scanner("test", (request, findings) -> {
                    try {
                        findings.accept(at("a.txt", 1));
                        Thread.sleep(600_000);
                        return Coverage.COMPLETE;
                    } catch (InterruptedException stop) {
                        assertThat(request.isCancelled()).isTrue();
                        assertThat(request.remaining()).isZero();
                        told.countDown();
                        throw stop;
                    }
                })));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.TIMED_OUT);
        assertThat(onlyGap(report).detail()).isEqualTo("Scanner test did not answer within 0.8 s and was told to stop");
        assertThat(report.findings()).hasSize(1);
        assertThat(told.getCount()).isZero();
    }

    @Test
    void thatSleepsForEverIgnoringInterruptionIsLeftBehind() {
        ScanReport report = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> reportSoon(scanner("hangs", (request, findings) -> {
                    sleepOn();
                    return Coverage.COMPLETE;
                })));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.TIMED_OUT);
        assertThat(ownThreads()).singleElement().satisfies(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo("imprimatur-scan-hangs");
        });
    }

    @Test
    void thatHangsDoesNotKeepOthersFromAnswering() {
        MemoryChange change = change();
        Scanners scanners = Scanners.of(
                scanner("hangs", (request, findings) -> {
                    sleepOn();
                    return Coverage.COMPLETE;
                }),
                reporting(at("a.txt", 2)));
        try (ScanRunner runner = ScanRunner.builder(scanners).limits(SHORT).build()) {
            List<ScanReport> reports =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> runner.scan(change.change(), change));

            assertThat(reports).extracting(report -> report.scanner().id()).containsExactly("hangs", "test");
            assertThat(reports.get(1).coverage().isComplete()).isTrue();
            assertThat(reports.get(1).findings()).hasSize(1);
        }
    }

    @Test
    void thatHangsInCloseIsLeftBehind() {
        ScannerProvider provider = provider("hangs", (settings, secrets) -> new Scanner() {
            @Override
            public Coverage scan(ScanRequest request, FindingSink findings) {
                return Coverage.COMPLETE;
            }

            @Override
            public void close() {
                sleepOn();
            }
        });

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> report(provider));

        assertThat(ownThreads()).allMatch(Thread::isDaemon);
    }

    @Test
    void thatThrowsInCloseIsClosed() {
        List<String> closed = new ArrayList<>();
        report(provider("test", (settings, secrets) -> new Scanner() {
            @Override
            public Coverage scan(ScanRequest request, FindingSink findings) {
                return Coverage.COMPLETE;
            }

            @Override
            public void close() {
                closed.add("closed");
                throw new IllegalStateException(HIDDEN);
            }
        }));

        assertThat(closed).containsExactly("closed");
    }

    @Test
    void thatReturnsTenMillionFindingsHasThoseThatFit() {
        MemoryChange change = change();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(scanner("test", (request, findings) -> {
                    for (int i = 0; i < 10_000_000; i++) {
                        findings.accept(draft().identity("finding " + i).build());
                    }
                    return Coverage.COMPLETE;
                })))
                .build()) {
            ScanReport report = assertTimeoutPreemptively(
                            Duration.ofSeconds(50), () -> runner.scan(change.change(), change))
                    .get(0);

            assertThat(report.findings()).hasSize(10_000);
            assertThat(onlyGap(report).cause()).isEqualTo(Cause.TOO_MANY_FINDINGS);
            assertThat(onlyGap(report).detail())
                    .isEqualTo("Scanner test made 9990000 findings more than the limit of 10000; they were dropped");
        }
    }

    @Test
    void thatRepeatsOneFindingHasOne() {
        FindingDraft draft = at("a.txt", 2);
        ScanReport report = report(reporting(draft, draft, draft));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.coverage().isComplete()).isTrue();
    }

    @Test
    void thatReportsALineOutsideTheFileHasAGapThere() {
        ScanReport report = report(reporting(at("a.txt", 4), at("a.txt", 3)));

        assertThat(report.findings()).hasSize(1);
        assertThat(onlyGap(report).cause()).isEqualTo(Cause.INVALID_ANSWER);
        assertThat(onlyGap(report).path()).isEqualTo(RepoPath.of("a.txt"));
        assertThat(onlyGap(report).detail()).endsWith("it names line 4 of a file with 3");
    }

    @Test
    void thatReportsAColumnOutsideTheLineHasAGapThere() {
        RepoPath path = RepoPath.of("a.txt");
        ScanReport report = report(reporting(
                draft().at(path, 1).columns(1, 4).build(),
                draft().at(path, 1).columns(1, 5).build()));

        assertThat(report.findings()).hasSize(1);
        assertThat(onlyGap(report).detail()).endsWith("it names a column beyond the end of line 1");
    }

    @Test
    void thatReportsAFileThatIsNotThereHasAGapEverywhere() {
        ScanReport report = report(reporting(at("b.txt", 1)));

        assertThat(report.findings()).isEmpty();
        assertThat(onlyGap(report).cause()).isEqualTo(Cause.INVALID_ANSWER);
        assertThat(onlyGap(report).path()).isNull();
        assertThat(onlyGap(report).detail()).doesNotContain("b.txt");
    }

    @Test
    void thatReportsNonsenseHasTheFieldsInAGap() {
        FindingDraft nonsense = new FindingDraft(
                " ", "m", null, "Quality", null, "a.txt", 1, 0, 0, 0, null, List.of(HIDDEN), null, null, null, null);
        ScanReport report = report(reporting(nonsense));

        assertThat(report.findings()).isEmpty();
        assertThat(onlyGap(report).detail())
                .endsWith("it breaks the constraints of category, cve, cwe[0], rule, severity")
                .doesNotContain(HIDDEN);
    }

    @Test
    void thatReportsACategoryThatItDoesNotDeclareHasAGap() {
        ScanReport report = report(reporting(FindingDraft.builder("rule", Severity.LOW, Category.LICENSE, "m")
                .build()));

        assertThat(report.findings()).isEmpty();
        assertThat(onlyGap(report).detail()).endsWith("its category is none that the scanner declares");
    }

    @Test
    void thatReportsNothingButNullsIsNotAskedFurther() {
        int[] accepted = {0};
        ScanReport report = report(scanner("test", (request, findings) -> {
            for (int i = 0; i < 5000; i++) {
                accepted[0] += findings.accept(null) ? 1 : 0;
            }
            return Coverage.COMPLETE;
        }));

        assertThat(accepted[0]).isEqualTo(BoundedSink.MOST_INVALID);
        assertThat(report.coverage().gaps())
                .extracting(Gap::detail)
                .containsExactlyInAnyOrder(
                        "Scanner test made a finding that was dropped: it is null",
                        "Scanner test made 4900 more findings after 100 invalid ones; they were dropped");
    }

    @Test
    void thatAnswersNullHasAGap() {
        ScanReport report = report(scanner("test", (request, findings) -> null));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.INVALID_ANSWER);
        assertThat(onlyGap(report).detail()).isEqualTo("Scanner test answered null");
    }

    @Test
    void thatStopsUnaskedHasAGap() {
        ScanReport report = report(scanner("test", (request, findings) -> {
            throw new InterruptedException(HIDDEN);
        }));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.FAILED);
    }

    @Test
    void thatNamesAGapAtNoFileHasOneEverywhere() {
        RepoPath nowhere = RepoPath.of("nowhere");
        ScanReport report = report(
                scanner("test", (request, findings) -> Coverage.except(Gap.at(nowhere, Cause.SKIPPED, "left out"))));

        assertThat(report.coverage().gaps())
                .extracting(Gap::path, Gap::cause)
                .containsExactly(tuple(null, Cause.INVALID_ANSWER), tuple(nowhere, Cause.SKIPPED));
    }

    @Test
    void thatNamesAGapInACategoryOfOthersHasOneInItsOwn() {
        ScanReport report = report(scanner(
                "test",
                (request, findings) ->
                        Coverage.except(new Gap(Cause.SKIPPED, null, Category.LICENSE, "licences are left out"))));

        assertThat(report.coverage().gaps()).anyMatch(gap -> gap.category() == null);
    }

    @Test
    void thatNamesMoreGapsThanAnyoneReadsHasOne() {
        List<Gap> gaps = IntStream.range(0, 20_000)
                .mapToObj(i -> Gap.whole(Cause.SKIPPED, "gap " + i))
                .toList();
        ScanReport report = report(scanner("test", (request, findings) -> new Coverage(gaps)));

        assertThat(onlyGap(report).cause()).isEqualTo(Cause.INVALID_ANSWER);
    }

    @Test
    void thatKeepsTheSinkAndReportsLaterIsNotHeard() throws InterruptedException {
        AtomicReference<FindingSink> kept = new AtomicReference<>();
        AtomicBoolean heard = new AtomicBoolean();
        ScanReport report = report(scanner("test", (request, findings) -> {
            kept.set(findings);
            return Coverage.COMPLETE;
        }));
        Thread later = new Thread(() -> heard.set(kept.get().accept(at("a.txt", 1))));
        later.start();
        later.join();

        assertThat(heard).isFalse();
        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().isComplete()).isTrue();
    }

    @Test
    void thatAnswersLateIsNotHeard() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean heard = new AtomicBoolean();
        ScanReport report = reportSoon(scanner("test", (request, findings) -> {
            sleepOn();
            heard.set(findings.accept(at("a.txt", 1)));
            answered.countDown();
            return Coverage.COMPLETE;
        }));
        end.countDown();
        answered.await();

        assertThat(heard).isFalse();
        assertThat(report.findings()).isEmpty();
        assertThat(onlyGap(report).cause()).isEqualTo(Cause.TIMED_OUT);
    }

    @Test
    void thatChangesADraftAfterwardsChangesNothing() {
        List<String> cwe = new ArrayList<>(List.of("CWE-1"));
        FindingDraft draft = new FindingDraft(
                "rule", "m", Severity.LOW, "quality", null, null, 0, 0, 0, 0, null, cwe, List.of(), null, null, null);
        ScanReport report = report(scanner("test", (request, findings) -> {
            findings.accept(draft);
            cwe.set(0, HIDDEN);
            return Coverage.COMPLETE;
        }));

        assertThat(report.findings()).extracting(Finding::cwe).containsExactly(List.of("CWE-1"));
    }

    /** Throws after one finding. */
    private static ScannerProvider throwing(Throwable failure) {
        return scanner("test", (request, findings) -> {
            findings.accept(at("a.txt", 1));
            HostileScannerTest.<RuntimeException>throwAny(failure);
            return Coverage.COMPLETE;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable failure) throws T {
        throw (T) failure;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    private void sleepOn() {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // That is what it is hostile for.
            }
        }
    }

    private static List<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("imprimatur-"))
                .toList();
    }
}
