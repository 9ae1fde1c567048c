package io.imprimatur.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.Digest;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The duties of {@link ScannerProvider}, {@link Scanner} and {@link ScannerSettings}, each as a test. Whoever writes a
 * scanner extends this class:
 *
 * <pre>{@code
 * class MyScannerTest extends ScannerContractTest {
 *     @Override
 *     protected ScannerProvider provider() {
 *         return new MyScannerProvider();
 *     }
 *
 *     @Override
 *     protected MemoryChange positiveSample() {
 *         return MemoryChange.builder().head("src/A.java", "what my scanner finds\n").build();
 *     }
 * }
 * }</pre>
 *
 * <p>A subclass MUST give {@link #provider} and {@link #positiveSample}. It gives {@link #settings} and {@link #secrets}
 * where the scanner cannot work without, {@link #plantedSecrets} where the scanner looks for secrets, and
 * {@link #isRegistered} where the provider is only ever handed to the gate.
 */
public abstract class ScannerContractTest {
    private static final int MANY = 200;

    /** Must give: the provider under test, a new one at every call. */
    protected abstract ScannerProvider provider();

    /**
     * Must give: a change in which the scanner finds something, small, as its files are repeated {@value #MANY} times
     * over. The kit also takes its files apart: it makes them binary, empty, unreadable, links and so on.
     */
    protected abstract MemoryChange positiveSample();

    /** May give: settings with which the scanner works; none unless overridden. */
    protected Map<String, Setting> settings() {
        return Map.of();
    }

    /** May give: the secrets that the scanner needs; none unless overridden. */
    protected SecretSource secrets() {
        return SecretSource.NONE;
    }

    /**
     * May give: secrets that stand in the positive sample, made up, and put together at run time so that they do not
     * stand in the source. No half of any may come out. None unless overridden; the kit plants one of its own in any
     * case.
     */
    protected List<String> plantedSecrets() {
        return List.of();
    }

    /** May say: that the provider is not found by ServiceLoader but handed to the gate. */
    protected boolean isRegistered() {
        return true;
    }

    /** May give: how long a scan of a few small files may take, and how soon "soon" is; 10 seconds unless overridden. */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    // The provider

    @Test
    void isFoundByServiceLoader() {
        Class<?> type = provider().getClass();
        if (isRegistered()) {
            assertTrue(
                    ServiceLoader.load(ScannerProvider.class, type.getClassLoader()).stream()
                            .anyMatch(found -> found.type() == type),
                    type.getName() + " must stand in META-INF/services/" + ScannerProvider.class.getName()
                            + " and, in a module, in its provides");
        }
    }

    @Test
    void describesItselfTheSameAtEveryCall() {
        ScannerProvider provider = provider();
        ScannerDescriptor first = provider.descriptor();
        assertNotNull(first, "descriptor");
        assertEquals(first, provider.descriptor(), "descriptor of the same provider");
        assertEquals(first, provider().descriptor(), "descriptor of another instance");
    }

    @Test
    void describesItselfQuickly() {
        assertTimeoutPreemptively(patience(), () -> provider().descriptor(), "descriptor() MUST NOT be slow");
    }

    @Test
    void doesNotTakeAReservedId() {
        ScannerDescriptor descriptor = provider().descriptor();
        assertFalse(descriptor.isReserved(), descriptor.id() + " is reserved");
    }

    @Test
    void refusesUnknownSettingsWithTheirPlace() {
        Map<String, Setting> settings = new TreeMap<>(settings());
        Map<String, Position> unknown =
                Map.of("contract-kit-unknown", new Position(3, 5), "contract-kit-unknown-too", new Position(4, 5));
        unknown.forEach((key, position) -> settings.put(key, new Setting(List.of("x"), false, position)));
        ScannerProvider provider = provider();
        String id = provider.descriptor().id();

        ImprimaturException refusal = assertThrows(
                ImprimaturException.class,
                () -> provider.create(new ScannerSettings(id, "policy.yaml", settings), secrets()),
                "unknown settings MUST be refused");

        assertEquals(ErrorCode.INVALID_CONFIGURATION, refusal.code());
        unknown.forEach((key, position) -> assertTrue(
                refusal.problems().stream()
                        .anyMatch(problem -> ("scanners." + id + "." + key).equals(problem.field())
                                && "policy.yaml".equals(problem.source())
                                && position.equals(problem.position())),
                () -> "must locate " + key + " at " + position + ": " + refusal.problems()));
    }

    @Test
    void worksWithoutSecretsOrSaysWhyNot() {
        ScannerProvider provider = provider();
        ScannerSettings settings = new ScannerSettings(provider.descriptor().id(), null, settings());
        try (Scanner scanner = provider.create(settings, SecretSource.NONE)) {
            assertNotNull(scanner, "scanner");
        } catch (ImprimaturException says) {
            assertFalse(says.problems().isEmpty(), "must say what is missing");
        }
    }

    // What it finds

    @Test
    void findsSomethingInThePositiveSample() throws InterruptedException {
        assertFalse(answer(positiveSample()).findings().isEmpty(), "must find something in the positive sample");
    }

    @Test
    void findingsKeepTheirConstraints() throws InterruptedException {
        for (Variant variant : Variant.values()) {
            MemoryChange change = variant.of(positiveSample());
            TestScan scan = attempt(change);
            DraftConstraints constraints = new DraftConstraints(provider().descriptor(), change);
            for (FindingDraft draft : scan.sink().findings()) {
                List<String> violations = constraints.violations(draft);
                assertTrue(violations.isEmpty(), () -> variant + ": " + violations + " in " + draft);
            }
        }
    }

    @Test
    void answersOnAnEmptyChange() throws InterruptedException {
        ScanAnswer answer = answer(MemoryChange.builder().build());
        assertEquals(List.of(), answer.findings(), "findings of a change with no file, in a tree with none");
    }

    @ParameterizedTest
    @EnumSource
    void answersOnUnusualFiles(Variant variant) throws InterruptedException {
        answer(variant.of(positiveSample()));
    }

    // What it says that it did not cover

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_NOT_FOUND", "CONTENT_TOO_LARGE", "CONTENT_UNAVAILABLE", "IO_FAILURE"})
    void namesFilesThatItCannotRead(ErrorCode error) throws InterruptedException {
        MemoryChange sample = positiveSample();
        Set<String> expected = ConcurrentHashMap.newKeySet();
        List<String> found =
                answer(sample).findings().stream().map(FindingDraft::path).toList();
        for (RepoPath path : sample.head().paths()) {
            if (found.contains(path.text())) {
                expected.add(path.text());
            }
        }
        MemoryChange unreadable = Variant.unreadable(sample, error);

        ScanAnswer answer = answered(scan(unreadable, watched(unreadable, path -> expected.add(path.text()))));

        Set<String> named = new HashSet<>();
        boolean whole = false;
        for (Gap gap : answer.coverage().gaps()) {
            RepoPath path = gap.path();
            whole |= path == null;
            named.add(path == null ? "" : path.text());
        }
        expected.removeAll(named);
        assertTrue(whole || expected.isEmpty(), "not read, and not named in a gap: " + expected);
    }

    @Test
    void gapsNameFilesThatExist() throws InterruptedException {
        for (Variant variant : Variant.values()) {
            MemoryChange change = variant.of(positiveSample());
            Set<RepoPath> known = new HashSet<>(change.base().paths());
            known.addAll(change.head().paths());
            Coverage coverage = attempt(change).coverage();
            for (Gap gap : coverage == null ? List.<Gap>of() : coverage.gaps()) {
                assertTrue(gap.path() == null || known.contains(gap.path()), () -> variant + ": no file at " + gap);
            }
        }
    }

    // When it stops

    @Test
    void stopsSoonAfterInterruption() throws InterruptedException {
        stopsSoon(TestScan::interrupt);
    }

    @Test
    void stopsSoonAfterCancellation() throws InterruptedException {
        stopsSoon(TestScan::cancel);
    }

    @Test
    void stopsSoonAfterTheSinkRefused() throws InterruptedException {
        MemoryChange many = Variant.repeated(positiveSample(), MANY);
        RecordingSink full = new RecordingSink(0);
        ChangeContent slow = watched(many, path -> {
            if (full.hasRefused()) {
                dawdle();
            }
        });
        try (Scanner scanner = scanner()) {
            TestScan scan = new TestScan(many.change(), slow, full).start(scanner);
            assertEnds(scan, "after the sink refused a finding");
            answered(scan);
        }
    }

    /** Tells the scanner to stop at the first file that it reads, and lets every further file take its time. */
    private void stopsSoon(Consumer<TestScan> tell) throws InterruptedException {
        MemoryChange many = Variant.repeated(positiveSample(), MANY);
        ScanAnswer whole = answer(many);
        AtomicBoolean told = new AtomicBoolean();
        List<TestScan> running = new ArrayList<>();
        ChangeContent content = watched(many, path -> {
            if (told.getAndSet(true)) {
                dawdle();
            } else {
                tell.accept(running.get(0));
            }
        });
        try (Scanner scanner = scanner()) {
            TestScan scan = new TestScan(many.change(), content, unbounded());
            running.add(scan);
            assertEnds(scan.start(scanner), "after it was told to stop");
            if (!(scan.thrown() instanceof InterruptedException)) {
                ScanAnswer answer = answered(scan);
                assertTrue(
                        !answer.coverage().isComplete() || answer.equals(whole),
                        "stopped early and called its coverage complete");
            }
        }
    }

    // How it behaves

    @Test
    void givesTheSameAnswerAgain() throws InterruptedException {
        MemoryChange sample = positiveSample();
        try (Scanner scanner = scanner()) {
            ScanAnswer first = answered(scan(scanner, sample));
            answered(scan(scanner, Variant.EXECUTABLE.of(sample)));
            assertEquals(first, answered(scan(scanner, sample)), "answer of the same scanner");
        }
    }

    @Test
    void givesTheSameAnswersSideBySide() throws InterruptedException {
        List<MemoryChange> changes =
                List.of(Variant.repeated(positiveSample(), 20), Variant.RENAMED.of(positiveSample()));
        List<ScanAnswer> alone = List.of(answer(changes.get(0)), answer(changes.get(1)));
        try (Scanner scanner = scanner()) {
            List<TestScan> scans = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                MemoryChange change = changes.get(i % 2);
                scans.add(new TestScan(change.change(), change, unbounded()).start(scanner));
            }
            for (int i = 0; i < scans.size(); i++) {
                assertEnds(scans.get(i), "with others beside it");
                assertEquals(alone.get(i % 2), answered(scans.get(i)), "answer of scan " + i);
            }
        }
    }

    // What of it may be kept

    @Test
    void answersOfEachFileByItselfAsOfAllTogether() throws InterruptedException {
        MemoryChange sample = Variant.repeated(positiveSample(), 3);
        try (Scanner scanner = scanner()) {
            if (scanner.basis().isEmpty() || dependsOn(scanner, sample).isPresent()) {
                return;
            }
            List<FindingDraft> findings = new ArrayList<>();
            Set<Gap> gaps = new HashSet<>();
            for (RepoPath path : sample.head().paths()) {
                ScanAnswer alone = answered(scan(scanner, Variant.only(path, sample)));
                findings.addAll(alone.findings());
                gaps.addAll(alone.coverage().gaps());
            }
            assertEquals(
                    answered(scan(scanner, sample)),
                    new ScanAnswer(findings, new Coverage(List.copyOf(gaps))),
                    "a scanner with a basis MUST answer of each file from that file alone");
        }
    }

    @Test
    void answersTheSameWhereWhatItDependsOnIsTheSame() throws InterruptedException {
        MemoryChange sample = positiveSample();
        List<MemoryChange> changes = new ArrayList<>(
                List.of(Variant.untouched(sample), Variant.repeated(sample, 2), Variant.linesUnknown(sample)));
        for (Variant variant : Variant.values()) {
            changes.add(variant.of(sample));
        }
        Map<Digest, ScanAnswer> answers = new HashMap<>();
        try (Scanner scanner = scanner()) {
            for (MemoryChange change : changes) {
                Optional<Digest> depends = dependsOn(scanner, change);
                assertEquals(depends, dependsOn(scanner, change), "dependsOn of the same request");
                if (depends.isPresent()) {
                    ScanAnswer answer = answered(scan(scanner, change));
                    ScanAnswer before = answers.putIfAbsent(depends.get(), answer);
                    assertEquals(before == null ? answer : before, answer, "answers where dependsOn is the same");
                }
            }
        }
    }

    private static Optional<Digest> dependsOn(Scanner scanner, MemoryChange change) throws InterruptedException {
        return scanner.dependsOn(new TestScan(change.change(), change, unbounded()));
    }

    @Test
    void leavesTheSinkAloneAfterItReturned() throws InterruptedException {
        try (Scanner scanner = scanner()) {
            TestScan scan = scan(scanner, positiveSample());
            // A late finding comes from a thread that was left behind; give it the time to betray itself.
            Thread.sleep(patience().toMillis() / 20);
            assertFalse(scan.sink().wasUsedLate(), "MUST NOT use the sink after it returned");
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    void letsNoSecretOut() throws InterruptedException {
        MemoryChange sample = positiveSample();
        String ours = String.join("", "Zq7vR2", "mXw9LkT4", "bN8sYc3", "HdP6");
        assertNoLeak(ours, Variant.withOnEveryLine(sample, ours));
        for (String secret : plantedSecrets()) {
            assertNoLeak(secret, sample);
        }
    }

    private void assertNoLeak(String secret, MemoryChange change) throws InterruptedException {
        new PlantedSecret(secret)
                .leakOf(() -> scan(change, change))
                .ifPresent(where -> fail("a secret, or half of it, came out in " + where));
    }

    @Test
    void closesTwice() {
        Scanner scanner = scanner();
        scanner.close();
        scanner.close();
    }

    // How a scan is run here

    private Scanner scanner() {
        ScannerProvider provider = provider();
        return provider.create(new ScannerSettings(provider.descriptor().id(), null, settings()), secrets());
    }

    private ScanAnswer answer(MemoryChange change) throws InterruptedException {
        return answered(scan(change, change));
    }

    private TestScan scan(MemoryChange change, ChangeContent content) throws InterruptedException {
        try (Scanner scanner = scanner()) {
            TestScan scan = new TestScan(change.change(), content, unbounded()).start(scanner);
            assertEnds(scan, "");
            return scan;
        }
    }

    private TestScan scan(Scanner scanner, MemoryChange change) throws InterruptedException {
        TestScan scan = new TestScan(change.change(), change, unbounded()).start(scanner);
        assertEnds(scan, "");
        return scan;
    }

    /** A scan that may fail or hang, which other tests look at; what it said counts all the same. */
    private TestScan attempt(MemoryChange change) throws InterruptedException {
        try (Scanner scanner = scanner()) {
            TestScan scan = new TestScan(change.change(), change, unbounded()).start(scanner);
            if (!scan.endsWithin(patience())) {
                scan.interrupt();
            }
            return scan;
        }
    }

    private void assertEnds(TestScan scan, String when) throws InterruptedException {
        if (!scan.endsWithin(patience())) {
            AssertionError stuck = new AssertionError("must end within " + patience() + " " + when);
            stuck.setStackTrace(scan.stack());
            throw stuck;
        }
    }

    private static ScanAnswer answered(TestScan scan) {
        if (scan.thrown() != null) {
            fail("must answer, not throw", scan.thrown());
        }
        Coverage coverage = scan.coverage();
        if (coverage == null) {
            return fail("must answer, not return null");
        }
        return new ScanAnswer(scan.sink().findings(), coverage);
    }

    private static RecordingSink unbounded() {
        return new RecordingSink(Integer.MAX_VALUE);
    }

    private static ChangeContent watched(MemoryChange change, Consumer<RepoPath> beforeRead) {
        return new WatchedContent(change, beforeRead);
    }

    /** Takes a twentieth of the patience, interrupted or not, as a slow disk does. */
    private void dawdle() {
        long end = System.nanoTime() + patience().toNanos() / 20;
        boolean interrupted = false;
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(1 + Math.max(0, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException told) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
