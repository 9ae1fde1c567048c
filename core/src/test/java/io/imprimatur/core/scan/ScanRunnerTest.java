package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.SHORT;
import static io.imprimatur.core.scan.TestScanners.at;
import static io.imprimatur.core.scan.TestScanners.change;
import static io.imprimatur.core.scan.TestScanners.draft;
import static io.imprimatur.core.scan.TestScanners.onlyGap;
import static io.imprimatur.core.scan.TestScanners.provider;
import static io.imprimatur.core.scan.TestScanners.report;
import static io.imprimatur.core.scan.TestScanners.reporting;
import static io.imprimatur.core.scan.TestScanners.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.Gap.Cause;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScanRunnerTest {
    @Test
    void reportHoldsWhatWasFoundAndWhatWasNotCovered() {
        Gap gap = Gap.at(RepoPath.of("a.txt"), Cause.SKIPPED, "left out");
        ScanReport report = report(scanner("test", (request, findings) -> {
            findings.accept(draft().at(RepoPath.of("a.txt"), 2)
                    .columns(1, 3)
                    .confidence("0.5")
                    .build());
            return Coverage.except(gap);
        }));

        Finding finding = report.findings().get(0);
        assertThat(finding.scanner()).isEqualTo("test");
        assertThat(String.valueOf(finding.location())).isEqualTo("a.txt:2:1");
        assertThat(String.valueOf(finding.confidence())).isEqualTo("0.5");
        assertThat(onlyGap(report)).isEqualTo(gap);
    }

    @Test
    void requestOffersTheChangeAndBothTreesAndTheTimeLeft() {
        MemoryChange change =
                MemoryChange.builder().base("a.txt", "old").head("a.txt", "new").build();
        List<Object> seen = new ArrayList<>();
        report(
                scanner("test", (request, findings) -> {
                    seen.add(request.change());
                    seen.add(new String(request.content().base().read(RepoPath.of("a.txt"), 9)));
                    seen.add(new String(request.content().head().read(RepoPath.of("a.txt"), 9)));
                    seen.add(request.remaining().compareTo(ScanLimits.DEFAULT.deadline()) <= 0
                            && request.remaining().compareTo(Duration.ZERO) > 0);
                    seen.add(request.isCancelled());
                    return Coverage.COMPLETE;
                }),
                change);

        assertThat(seen).containsExactly(change.change(), "old", "new", true, false);
    }

    @Test
    void sameFindingsInAnyOrderAndFromAnyThreadGiveTheSameReport() {
        List<FindingDraft> drafts = new ArrayList<>(IntStream.rangeClosed(1, 60)
                .mapToObj(i -> at("a.txt", 1 + i % 3))
                .toList());
        IntStream.range(0, 60)
                .forEach(
                        i -> drafts.add(draft().identity("same").fix("fix " + i).build()));
        ScanReport first = report(reporting(drafts.toArray(FindingDraft[]::new)));
        Collections.reverse(drafts);
        ScanReport reversed = report(reporting(drafts.toArray(FindingDraft[]::new)));
        ScanReport threads = report(scanner("test", (request, findings) -> {
            drafts.parallelStream().forEach(findings::accept);
            return Coverage.COMPLETE;
        }));

        assertThat(first.findings()).hasSize(63);
        assertThat(reversed).isEqualTo(first);
        assertThat(threads).isEqualTo(first);
    }

    @Test
    void unreadPathsAreGapsInEveryReport() {
        MemoryChange change = MemoryChange.builder()
                .head("a.txt", "x")
                .unread("b.txt", "the repository filters it")
                .build();
        Policy policy = Policy.builder("p").scanner("absent", Map.of()).build();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(reporting()))
                .policy(policy, null)
                .build()) {
            assertThat(runner.scan(change.change(), change))
                    .hasSize(2)
                    .allSatisfy(report -> assertThat(report.coverage().gaps())
                            .contains(Gap.at(RepoPath.of("b.txt"), Cause.UNREADABLE, "the repository filters it")));
        }
    }

    // What the policy says of scanners

    @Test
    void scannersGetTheirSectionOfThePolicy() {
        List<Optional<String>> seen = new ArrayList<>();
        ScannerProvider provider = provider("test", (settings, secrets) -> {
            seen.add(settings.text("level"));
            seen.add(secrets.secret("test.token").map(String::valueOf));
            settings.check();
            return (request, findings) -> Coverage.COMPLETE;
        });
        Policy policy = Policy.builder("p")
                .scanner("test", Map.of("level", Setting.of("high")))
                .build();

        ScanRunner.builder(Scanners.of(provider))
                .policy(policy, null)
                .secrets(name -> Optional.of(("secret " + name).toCharArray()))
                .build()
                .close();

        assertThat(seen).containsExactly(Optional.of("high"), Optional.of("secret test.token"));
    }

    @Test
    void settingsThatAnyScannerRefusesAreToldAtOnceWithTheirPlaces() {
        AtomicInteger closed = new AtomicInteger();
        Scanners scanners =
                Scanners.of(strict("a"), strict("b"), provider("c", (settings, secrets) -> closing(closed)));
        Policy policy = Policy.builder("p")
                .scanner("a", Map.of("x", new Setting(List.of("1"), false, new Position(7, 3))))
                .scanner("b", Map.of("y", new Setting(List.of("2"), false, new Position(9, 3))))
                .build();

        ImprimaturException refusal = catchThrowableOfType(
                ImprimaturException.class,
                () -> ScanRunner.builder(scanners).policy(policy, "policy.yaml").build());

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        assertThat(refusal.problems())
                .extracting(Problem::source, Problem::position, Problem::field)
                .containsExactly(
                        tuple("policy.yaml", new Position(7, 3), "scanners.a.x"),
                        tuple("policy.yaml", new Position(9, 3), "scanners.b.y"));
        assertThat(closed).hasValue(1);
    }

    @Test
    void scannerThatCannotBeMadeHasAGap() {
        for (TestScanners.Maker maker : List.<TestScanners.Maker>of(
                (settings, secrets) -> null,
                (settings, secrets) -> {
                    throw new ExceptionInInitializerError("hidden");
                },
                (settings, secrets) -> {
                    throw new ImprimaturException(ErrorCode.SECRET_NOT_FOUND, Problem.of("hidden"));
                })) {
            ScanReport report = report(provider("test", maker));

            assertThat(onlyGap(report).cause()).isEqualTo(Cause.NOT_CONFIGURED);
            assertThat(onlyGap(report).detail())
                    .startsWith("Scanner test could not be made: ")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void scannerThatThePolicyNamesAndThatIsNotThereMightHaveFoundAnything() {
        Category own = new Category("acme-naming");
        Policy policy = Policy.builder("p")
                .scanner("semgrep", Map.of())
                .block("r", new Condition.Any(List.of(new Condition.All(List.of(FindingExists.of(own, Severity.LOW))))))
                .build();
        MemoryChange change = change();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(reporting(), scanner("a", (r, f) -> Coverage.COMPLETE)))
                .policy(policy, null)
                .build()) {
            List<ScanReport> reports = runner.scan(change.change(), change);

            assertThat(reports).extracting(report -> report.scanner().id()).containsExactly("a", "semgrep", "test");
            assertThat(reports).extracting(ScanReport::scanner).isEqualTo(runner.descriptors());
            assertThat(onlyGap(reports.get(1)).cause()).isEqualTo(Cause.NOT_INSTALLED);
            assertThat(reports.get(1).scanner().categories())
                    .containsAll(Category.KNOWN)
                    .contains(own);
        }
    }

    // Executors

    @Test
    void scannersRunSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        TestScanners.Body waitsForTheOther = (request, findings) -> {
            both.countDown();
            return both.await(10, TimeUnit.SECONDS) ? Coverage.COMPLETE : null;
        };
        MemoryChange change = change();
        try (ScanRunner runner = ScanRunner.builder(
                        Scanners.of(scanner("a", waitsForTheOther), scanner("b", waitsForTheOther)))
                .build()) {
            assertThat(runner.scan(change.change(), change))
                    .allMatch(report -> report.coverage().isComplete());
        }
    }

    @Test
    void scannersRunOnTheCallersExecutorWhichKeepsNoInterruption() throws Exception {
        List<String> threads = new ArrayList<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        MemoryChange change = change();
        ScannerProvider sleeps = scanner("sleeps", (request, findings) -> {
            threads.add(Thread.currentThread().getName());
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
            return Coverage.COMPLETE;
        });
        // An executor that does not clear the flag between two pieces of work.
        Executor executor = work -> new Thread(
                        () -> {
                            work.run();
                            interrupted.complete(Thread.currentThread().isInterrupted());
                        },
                        "acme-worker")
                .start();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(sleeps))
                .limits(SHORT)
                .executor(executor)
                .build()) {
            ScanReport report = runner.scan(change.change(), change).get(0);

            assertThat(onlyGap(report).cause()).isEqualTo(Cause.TIMED_OUT);
            assertThat(threads).containsExactly("acme-worker");
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void scanRunsOnceWhoeverRunsIt() {
        AtomicInteger scans = new AtomicInteger();
        ScanReport report = report(scanner("test", (request, findings) -> {
            scans.incrementAndGet();
            ((Runnable) request).run();
            return Coverage.COMPLETE;
        }));

        assertThat(scans).hasValue(1);
        assertThat(report.coverage().isComplete()).isTrue();
    }

    @Test
    void deadlineCountsFromTheStart() throws Exception {
        MemoryChange change = change();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        TestScanners.Body slow = (request, findings) -> {
            Thread.sleep(200);
            return Coverage.COMPLETE;
        };
        Scanners scanners = Scanners.of(scanner("a", slow), scanner("b", slow), scanner("c", slow), scanner("d", slow));
        ScanLimits limits = new ScanLimits(Duration.ofMillis(700), Duration.ofSeconds(30), 10);
        try (ScanRunner runner =
                ScanRunner.builder(scanners).limits(limits).executor(executor).build()) {
            assertThat(runner.scan(change.change(), change))
                    .allMatch(report -> report.coverage().isComplete());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void executorThatNeverStartsAScanIsNotWaitedForEver() {
        List<Runnable> taken = new ArrayList<>();
        AtomicInteger scans = new AtomicInteger();
        MemoryChange change = change();
        ScanLimits limits = new ScanLimits(Duration.ofMillis(100), Duration.ofMillis(300), 10);
        ScannerProvider counts = scanner("test", (request, findings) -> {
            scans.incrementAndGet();
            return Coverage.COMPLETE;
        });
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(counts))
                .limits(limits)
                .executor(taken::add)
                .build()) {
            ScanReport report = runner.scan(change.change(), change).get(0);
            taken.forEach(Runnable::run);

            assertThat(onlyGap(report).cause()).isEqualTo(Cause.TIMED_OUT);
            assertThat(onlyGap(report).detail()).isEqualTo("Scanner test was never started by the executor");
            assertThat(scans).hasValue(0);
        }
    }

    @Test
    void executorThatRefusesIsAGap() {
        MemoryChange change = change();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(reporting()))
                .executor(work -> {
                    throw new RejectedExecutionException("hidden");
                })
                .build()) {
            assertThat(onlyGap(runner.scan(change.change(), change).get(0)).detail())
                    .isEqualTo("Scanner test was not taken by the executor: "
                            + RejectedExecutionException.class.getName());
        }
    }

    @Test
    void executorThatRunsInTheWaitingThreadIsAGap() {
        MemoryChange change = change();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(reporting(at("a.txt", 1))))
                .executor(Runnable::run)
                .build()) {
            ScanReport report = runner.scan(change.change(), change).get(0);

            assertThat(report.findings()).isEmpty();
            assertThat(onlyGap(report).cause()).isEqualTo(Cause.FAILED);
        }
    }

    // How it ends

    @Test
    void interruptedCallerHasGapsAndItsFlag() {
        MemoryChange change = change();
        CountDownLatch told = new CountDownLatch(1);
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(sleeping(new CountDownLatch(1), told)))
                .build()) {
            Thread.currentThread().interrupt();

            ScanReport report = runner.scan(change.change(), change).get(0);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(onlyGap(report).cause()).isEqualTo(Cause.CANCELLED);
        }
    }

    @Test
    void closingCancelsWhatRunsAndClosesScanners() throws Exception {
        MemoryChange change = change();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        ScanRunner runner =
                ScanRunner.builder(Scanners.of(sleeping(started, told))).build();
        try {
            Future<List<ScanReport>> reports = caller.submit(() -> runner.scan(change.change(), change));
            started.await();
            runner.close();
            runner.close();

            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(onlyGap(reports.get(10, TimeUnit.SECONDS).get(0)).cause())
                    .isEqualTo(Cause.CANCELLED);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(t -> t.getName().startsWith("imprimatur-"));
        } finally {
            caller.shutdownNow();
        }
        assertThat(catchThrowableOfType(ImprimaturException.class, () -> runner.scan(change.change(), change))
                        .code())
                .isEqualTo(ErrorCode.CLOSED);
    }

    @Test
    void scannersAreClosedOnce() {
        AtomicInteger closed = new AtomicInteger();
        ScanRunner runner = ScanRunner.builder(Scanners.of(provider("test", (settings, secrets) -> closing(closed))))
                .build();
        runner.close();
        runner.close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void manyChangesAreScannedAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (ScanRunner runner =
                ScanRunner.builder(Scanners.of(reporting(at("a.txt", 2)))).build()) {
            MemoryChange change = change();
            List<Future<List<ScanReport>>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(callers.submit(() -> runner.scan(change.change(), change)));
            }
            List<ScanReport> first = all.get(0).get();
            for (Future<List<ScanReport>> one : all) {
                assertThat(one.get()).isEqualTo(first);
            }
            assertThat(first.get(0).findings()).hasSize(1);
        } finally {
            callers.shutdownNow();
        }
    }

    private static ScannerProvider strict(String id) {
        return provider(id, (settings, secrets) -> {
            settings.check();
            return (request, findings) -> Coverage.COMPLETE;
        });
    }

    private static ScannerProvider sleeping(CountDownLatch started, CountDownLatch told) {
        return scanner("test", (request, findings) -> {
            started.countDown();
            try {
                Thread.sleep(60_000);
                return Coverage.COMPLETE;
            } catch (InterruptedException stop) {
                told.countDown();
                throw stop;
            }
        });
    }

    private static Scanner closing(AtomicInteger closed) {
        return new Scanner() {
            @Override
            public Coverage scan(ScanRequest request, FindingSink findings) {
                return Coverage.COMPLETE;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
