package io.imprimatur.snyk;

import io.imprimatur.change.Digest;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.Placing;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.sarif.SarifProvider;
import io.imprimatur.core.tool.FileLayout;
import io.imprimatur.core.tool.LaidOutFiles;
import io.imprimatur.core.tool.TemporaryFolder;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lays out what the tool reads, lets it ask its service and reads what it says; or reads what it said before. Immutable. */
final class SnykScanner implements Scanner {
    private static final String TOKEN = "snyk.token";
    private static final long MOST_IN_ALL = 1L << 30;
    private static final int MOST_FILES = 100_000;

    /** Endings of names by which a file would tell the tool what to leave out. */
    private static final List<String> SPEAKING = List.of(".snyk", ".dcignore", ".gitignore");

    private static final FileLayout LAYOUT = new FileLayout(64 << 20, MOST_IN_ALL, MOST_FILES, Set.of());

    /** A larger file the tool steps over without a word. */
    private static final FileLayout CODE = new FileLayout(1 << 20, MOST_IN_ALL, MOST_FILES, Set.of());

    private final SnykSettings settings;
    private final SecretSource secrets;
    private final SnykTool tool;

    SnykScanner(SnykSettings settings, SecretSource secrets) {
        this.settings = settings;
        this.secrets = secrets;
        tool = new SnykTool(settings);
    }

    @Override
    public boolean readsContent() {
        return settings.reports().isEmpty();
    }

    @Override
    public Optional<Duration> freshFor() {
        return Optional.of(settings.reports().isEmpty() ? settings.freshFor() : Duration.ZERO);
    }

    /**
     * The program as it lies there, what it is told, and whose token it uses: where no organisation is named, the token says
     * which it is. What builds say depends on more than can be told, so nothing is kept of it, and a report is read anew.
     */
    @Override
    public Optional<String> basis() {
        String program = tool.identity().orElse(null);
        String token = token().orElse(null);
        if (!mayBeKept() || program == null || token == null) {
            return Optional.empty();
        }
        URI endpoint = settings.endpoint();
        String organization = settings.organization();
        List<String> all = new ArrayList<>(List.of(
                program,
                Digest.of(List.of(token)).hex(),
                endpoint == null ? "" : endpoint.toString(),
                organization == null ? "" : organization,
                Boolean.toString(settings.code()),
                Boolean.toString(settings.development())));
        settings.environment().forEach((name, value) -> all.addAll(List.of(name, value)));
        return Optional.of(Digest.of(all).hex());
    }

    @Override
    public Optional<Digest> dependsOn(ScanRequest request) throws InterruptedException {
        if (!mayBeKept()) {
            return Optional.empty();
        }
        List<RepoPath> paths = request.content().head().paths();
        Question question = new Question(request);
        question.ofProjects(Manifests.of(paths), LAYOUT.mostBytes());
        if (settings.code()) {
            question.ofCode(silent(paths), CODE.mostBytes());
        }
        return Optional.of(question.digest());
    }

    private boolean mayBeKept() {
        return settings.reports().isEmpty() && !settings.builds();
    }

    private Optional<String> token() {
        return secrets.secret(TOKEN).map(token -> {
            String text = new String(token);
            Arrays.fill(token, '\0');
            return text;
        });
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        request.checkCancelled();
        Gaps gaps = new Gaps();
        Placing placing = new Placing(request.content().head());
        for (ReportSource report : settings.reports()) {
            Intake intake = new Intake(
                    report.name(), request, findings, gaps, placing, Intake.reported(settings.roots(), placing));
            read(report, intake, settings.roots(), request, findings, gaps);
        }
        if (settings.reports().isEmpty()) {
            run(request, findings, gaps, placing);
        }
        request.checkCancelled();
        return gaps.coverage();
    }

    // By runs of our own

    private void run(ScanRequest request, FindingSink findings, Gaps gaps, Placing placing)
            throws InterruptedException {
        List<RepoPath> paths;
        try {
            paths = request.content().head().paths();
        } catch (ImprimaturException unread) {
            gaps.whole(
                    Gap.Cause.UNREADABLE,
                    "the files cannot be listed: " + unread.code().id());
            return;
        }
        Manifests manifests = Manifests.of(paths);
        paths = silent(paths);
        gaps.addAll(manifests.gaps());
        String build = settings.builds()
                ? "what it depends on was found by running the repository's own build, which can say what it likes"
                : "what it depends on can only be found by running the repository's own build, which is not allowed";
        manifests.builds().forEach(path -> gaps.at(path, Gap.Cause.UNSUPPORTED, build));
        boolean hasProjects = !manifests.targets().isEmpty()
                || (settings.builds() && !manifests.builds().isEmpty());
        boolean hasCode = settings.code() && !paths.isEmpty();
        if (!hasProjects && !hasCode) {
            return;
        }
        String token = token().orElse(null);
        if (token == null) {
            gaps.whole(
                    Gap.Cause.NOT_CONFIGURED, "there is no token for Snyk's service; give it as the secret " + TOKEN);
            return;
        }
        if (hasProjects) {
            testProjects(manifests, paths, token, request, findings, gaps, placing);
        }
        if (hasCode) {
            testCode(paths, token, request, findings, gaps, placing);
        }
    }

    private void testProjects(
            Manifests manifests,
            List<RepoPath> all,
            String token,
            ScanRequest request,
            FindingSink findings,
            Gaps gaps,
            Placing placing)
            throws InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create(settings.temporary())) {
            LaidOutFiles files =
                    LAYOUT.lay(request, settings.builds() ? all : manifests.files(), folder.folder("files"));
            gaps.addAll(files.gaps());
            List<String> arguments =
                    new ArrayList<>(List.of("test", "--all-projects", "--detection-depth=1000", "--json"));
            if (settings.development()) {
                arguments.add("--dev");
            }
            SnykTool.Answer answer = tool.run(folder, files.root(), addOrganization(arguments), token, request);
            gaps.addAll(answer.gaps());
            if (answer.report().isEmpty()) {
                return;
            }
            ReportSource report = answer.report().get();
            Intake intake = new Intake(
                    report.name(), request, findings, gaps, placing, (where, written) -> files.meant(written));
            read(report, intake, List.of(files.root().toString()), request, findings, gaps);
            for (RepoPath target : manifests.targets()) {
                if (Manifests.answers(target).stream().noneMatch(intake::isAnswered)) {
                    gaps.at(target, Gap.Cause.FAILED, "the tool gives no answer about it");
                }
            }
        }
    }

    private void testCode(
            List<RepoPath> all, String token, ScanRequest request, FindingSink findings, Gaps gaps, Placing placing)
            throws InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create(settings.temporary())) {
            LaidOutFiles files = CODE.lay(request, all, folder.folder("files"));
            gaps.addAll(files.gaps());
            gaps.addAll(Comments.brought(request));
            SnykTool.Answer answer =
                    tool.run(folder, files.root(), addOrganization(List.of("code", "test", "--json")), token, request);
            gaps.addAll(answer.gaps());
            if (answer.report().isPresent()) {
                ReportSource report = answer.report().get();
                Intake intake = new Intake(
                        report.name(), request, findings, gaps, placing, (where, written) -> files.meant(written));
                read(report, intake, List.of(files.root().toString()), request, findings, gaps)
                        .ifPresent(coverage ->
                                gaps.addAll(coverage.missing(files.files().values())));
            }
        }
    }

    /** Without those that would speak to the tool. */
    private static List<RepoPath> silent(List<RepoPath> paths) {
        return paths.stream()
                .filter(path -> SPEAKING.stream().noneMatch(path.name().toLowerCase(Locale.ROOT)::endsWith))
                .toList();
    }

    private List<String> addOrganization(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (settings.organization() != null) {
            all.add("--org=" + settings.organization());
        }
        return all;
    }

    // What was reported

    /**
     * What was read before an error stays; the whole is then marked as not covered. Answers what a report in SARIF says of the
     * files that it is about.
     */
    private static Optional<CodeCoverage> read(
            ReportSource report,
            Intake intake,
            List<String> roots,
            ScanRequest request,
            FindingSink findings,
            Gaps gaps)
            throws InterruptedException {
        try {
            ReportSource wanted = report.until(intake::isUnwanted);
            if (SnykReader.isSarif(wanted, JsonLimits.DEFAULT)) {
                gaps.addAll(readSarif(wanted, roots, request, findings).gaps());
                Optional<CodeCoverage> coverage = coverage(wanted);
                coverage.ifPresent(said -> gaps.addAll(said.notAnalysed()));
                request.checkCancelled();
                return coverage;
            }
            intake.finish(SnykReader.read(wanted, JsonLimits.DEFAULT, intake::take));
        } catch (ImprimaturException refused) {
            request.checkCancelled();
            Gap.Cause cause = refused.code() == ErrorCode.IO_FAILURE ? Gap.Cause.FAILED : Gap.Cause.INVALID_ANSWER;
            gaps.whole(
                    cause,
                    "a report cannot be read to its end: " + refused.problems().get(0));
        }
        request.checkCancelled();
        return Optional.empty();
    }

    /** Empty where it cannot be read to its end, which the reader of SARIF has said. */
    private static Optional<CodeCoverage> coverage(ReportSource report) {
        try {
            return Optional.of(CodeCoverageReader.read(report, JsonLimits.DEFAULT));
        } catch (ImprimaturException refused) {
            return Optional.empty();
        }
    }

    private static Coverage readSarif(
            ReportSource report, List<String> roots, ScanRequest request, FindingSink findings)
            throws InterruptedException {
        SarifProvider.Builder sarif = SarifProvider.builder(SnykProvider.ID)
                .report(report)
                // The first is what a result is about that does not say: those about packages do.
                .categories(Category.VULNERABILITY, Category.DEPENDENCY, Category.LICENSE, Category.SECRET);
        roots.forEach(sarif::root);
        try (Scanner scanner = sarif.build().create(ScannerSettings.none(SnykProvider.ID), SecretSource.NONE)) {
            return scanner.scan(request, findings);
        }
    }
}
