package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.core.head.HeadFiles;
import io.imprimatur.core.head.Origins;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets scanners, configured by a policy, look at changes, side by side, and makes a report of whatever each does. A scanner
 * that throws, hangs, answers nonsense or too much, cannot be made or is not there has a report too: with what it found so
 * far, and with a gap that says why the rest is not known. Nothing that a scanner throws is ever quoted; the name of its
 * class stands for it.
 *
 * <p>Unless an executor is given, every scan has a daemon thread of its own, named {@code imprimatur-scan-} and the
 * scanner's id. At its deadline a scan is cancelled and its thread interrupted. A scanner that ignores that cannot be stopped
 * inside a JVM: its gap names it, nothing that it says later counts, and its thread, which keeps no program alive, is left
 * behind until the scanner returns. With an executor it occupies one of the executor's threads for as long.
 *
 * <p>Thread-safe: any number of changes may be scanned at once.
 */
public final class ScanRunner implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<Seat> seats;
    private final ScanLimits limits;
    private final boolean comparesWithBase;
    private final @Nullable KeptAnswers kept;
    private final Consumer<Scan> executor;
    private final OwnThreads threads = new OwnThreads();
    private final Drafts drafts = new Drafts();
    private final Set<Run> runs = new HashSet<>();
    private boolean closed;

    private ScanRunner(
            List<Seat> seats,
            ScanLimits limits,
            boolean comparesWithBase,
            @Nullable AnswerCache cache,
            @Nullable Executor executor) {
        this.seats = seats;
        this.limits = limits;
        this.comparesWithBase = comparesWithBase;
        this.kept = cache == null ? null : new KeptAnswers(cache);
        this.executor = executor == null ? scan -> threads.start(scan.scanner(), scan) : executor::execute;
    }

    /** To run these scanners. */
    public static Builder builder(Scanners scanners) {
        return new Builder(Preconditions.notNull(scanners, "scanners"));
    }

    /** Says how scanners run. Not thread-safe. */
    public static final class Builder {
        private final Scanners scanners;
        private @Nullable Policy policy;
        private @Nullable String source;
        private SecretSource secrets = SecretSource.NONE;
        private ScanLimits limits = ScanLimits.DEFAULT;
        private boolean comparesWithBase;
        private @Nullable AnswerCache cache;
        private @Nullable Executor executor;

        private Builder(Scanners scanners) {
            this.scanners = scanners;
        }

        /**
         * The policy, whose sections are the scanners' settings; no settings unless given. A scanner that it names and that
         * is not there has a report with a gap in every category.
         *
         * @param policySource the policy's file, for errors; null where it has none
         */
        public Builder policy(Policy newPolicy, @Nullable String policySource) {
            policy = Preconditions.notNull(newPolicy, "policy");
            source = policySource;
            return this;
        }

        /** Where scanners get secrets; nowhere unless given. */
        public Builder secrets(SecretSource newSecrets) {
            secrets = Preconditions.notNull(newSecrets, "secrets");
            return this;
        }

        /** How much time and room each has; {@link ScanLimits#DEFAULT} unless given. */
        public Builder limits(ScanLimits newLimits) {
            limits = Preconditions.notNull(newLimits, "limits");
            return this;
        }

        /**
         * Scans the changed files as they stood at the base too, where something was found in them that seems new: what
         * was found there already, by its fingerprint, is not, wherever it stands now. Without this the added lines alone
         * say what is new. It takes up to twice the time; {@link ScanLimits#overall} is for each of the two.
         */
        public Builder compareWithBase() {
            comparesWithBase = true;
            return this;
        }

        /**
         * Keeps what scanners say of a file, or of a change, where {@link Scanner#basis} lets it, and does not ask again
         * while nothing changes that the answer depends on; nothing is kept unless given.
         */
        public Builder cache(AnswerCache newCache) {
            cache = Preconditions.notNull(newCache, "cache");
            return this;
        }

        /**
         * Where scanners run; threads of our own unless given. It must run them in other threads than the one that waits
         * for them, or none runs: no deadline could be kept.
         */
        public Builder executor(Executor newExecutor) {
            executor = Preconditions.notNull(newExecutor, "executor");
            return this;
        }

        /**
         * Makes the scanners, in the calling thread.
         *
         * @throws ImprimaturException {@link ErrorCode#INVALID_CONFIGURATION} with everything that any scanner refuses of
         *     its settings; every other failure of a scanner is a gap in its reports
         */
        public ScanRunner build() {
            List<Seat> seats = new ArrayList<>();
            List<Problem> refused = new ArrayList<>();
            Map<String, Map<String, ScannerSettings.Setting>> sections =
                    new HashMap<>(policy == null ? Map.of() : policy.scanners());
            for (Installed scanner : scanners.installed()) {
                Map<String, ScannerSettings.Setting> section = sections.remove(scanner.id());
                ScannerSettings settings =
                        new ScannerSettings(scanner.id(), source, section == null ? Map.of() : section);
                seats.add(Seat.of(scanner, settings, secrets, refused));
            }
            List<Category> any = policy == null ? Category.KNOWN : AskedCategories.of(policy);
            sections.keySet().forEach(id -> seats.add(Seat.absent(id, any)));
            seats.sort(Comparator.comparing(seat -> seat.descriptor().id()));
            ScanRunner runner = new ScanRunner(List.copyOf(seats), limits, comparesWithBase, cache, executor);
            if (!refused.isEmpty()) {
                runner.close();
                throw new ImprimaturException(ErrorCode.INVALID_CONFIGURATION, refused);
            }
            return runner;
        }
    }

    /** The scanners that every report is of, ordered by id; among them those that are not there. */
    public List<ScannerDescriptor> descriptors() {
        return seats.stream().map(Seat::descriptor).toList();
    }

    /**
     * Scans a change. Takes no longer than {@link ScanLimits#overall}, twice that where it is compared with the base. Where
     * the calling thread is interrupted, the scans are cancelled, the reports have gaps that say so, and the thread's
     * interrupt flag is set. Every path of the change that could not be read is a gap in every report.
     *
     * @return one report for each of {@link #descriptors}, in that order
     * @throws ImprimaturException {@link ErrorCode#CLOSED}
     */
    public List<ScanReport> scan(Change change, ChangeContent content) {
        Preconditions.notNull(change, "change");
        Preconditions.notNull(content, "content");
        List<Gap> unread = new ArrayList<>();
        for (UnreadPath path : change.unread()) {
            unread.add(Gap.at(path.path(), Gap.Cause.UNREADABLE, path.reason()));
        }
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : SameSecrets.united(run(seats, change, content))) {
            reports.add(new ScanReport(
                    report.scanner(), report.findings(), report.coverage().with(unread)));
        }
        return comparesWithBase ? compared(reports, change, content) : List.copyOf(reports);
    }

    private List<ScanReport> compared(List<ScanReport> reports, Change change, ChangeContent content) {
        List<Seat> asked = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            if (BaseSide.isAsked(reports.get(i)) && seat.readsContent()) {
                asked.add(seat);
            }
        }
        Map<String, ScanReport> before = new HashMap<>();
        if (!asked.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (ScanReport report : run(asked, BaseSide.change(change), BaseSide.content(content))) {
                before.put(report.scanner().id(), report);
            }
        }
        List<ScanReport> compared = new ArrayList<>();
        for (ScanReport report : reports) {
            ScanReport base = before.get(report.scanner().id());
            compared.add(base == null ? report : BaseSide.compared(report, base));
        }
        return compared;
    }

    /** Lets scanners run: one report for each, in their order. */
    private List<ScanReport> run(List<Seat> asked, Change change, ChangeContent content) {
        Run run = new Run(change, content);
        Origins origins = new Origins(change);
        Map<String, Scan> scans = new HashMap<>();
        for (Seat seat : asked) {
            if (seat.scanner() != null) {
                Scan scan = scan(run, seat, seat.scanner(), origins);
                scans.put(scan.scanner(), scan);
                run.add(scan);
            }
        }
        open(run);
        run.await(executor, limits.overall().toNanos());
        leave(run);
        List<ScanReport> reports = new ArrayList<>();
        for (Seat seat : asked) {
            Scan scan = scans.get(seat.descriptor().id());
            ScanReport report = scan == null ? null : scan.report();
            reports.add(report == null ? seat.noAnswer() : report);
        }
        return reports;
    }

    private Scan scan(Run run, Seat seat, Scanner scanner, Origins origins) {
        HeadFiles head = new HeadFiles(run.content().head(), origins);
        Sightings sightings = new Sightings(seat.descriptor(), drafts, head, origins);
        BoundedSink sink = new BoundedSink(sightings, limits.findings());
        return new Scan(run, seat, scanner, sink, limits.deadline(), kept);
    }

    private synchronized void open(Run run) {
        if (closed) {
            throw new ImprimaturException(
                    ErrorCode.CLOSED, Problem.of("the scanners are closed").remedy("make a new gate"));
        }
        runs.removeIf(old -> old.hasEnded() && !old.isRunning());
        runs.add(run);
    }

    /** Forgets a run, unless a scanner of it ignores that it was told to stop. */
    private synchronized void leave(Run run) {
        if (!run.isRunning()) {
            runs.remove(run);
        }
    }

    /**
     * Cancels what runs, interrupts its threads, closes the scanners and waits for all of it, up to two seconds for each of
     * the two steps. After that no thread of ours is left but those of scanners that ignore interruption. Safe to call
     * twice.
     */
    @Override
    public void close() {
        List<Run> open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = List.copyOf(runs);
            runs.clear();
        }
        open.forEach(run -> run.cancel("was told to stop: the gate was closed"));
        boolean interrupted = !await(until -> {
            for (Run run : open) {
                run.awaitStop(until);
            }
            OwnThreads.join(threads.all(), until);
        });
        List<Thread> closing = new ArrayList<>();
        for (Seat seat : seats) {
            Scanner scanner = seat.scanner();
            if (scanner != null) {
                closing.add(threads.start(seat.descriptor().id(), () -> close(scanner)));
            }
        }
        interrupted |= !await(until -> OwnThreads.join(closing, until));
        drafts.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Wait {
        void until(long moment) throws InterruptedException;
    }

    private static boolean await(Wait wait) {
        try {
            wait.until(System.nanoTime() + GRACE.toNanos());
            return true;
        } catch (InterruptedException told) {
            return false;
        }
    }

    private static void close(Scanner scanner) {
        try {
            scanner.close();
        } catch (Throwable ignored) { // it is gone either way, and there is no report left to say so in
        }
    }
}
