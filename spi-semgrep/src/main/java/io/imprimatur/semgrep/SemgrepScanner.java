package io.imprimatur.semgrep;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.Placing;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.FileLayout;
import io.imprimatur.core.tool.LaidOutFiles;
import io.imprimatur.core.tool.TemporaryFolder;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Lays out the change, lets the tool look at it and reads what it says; or reads what it said before. Immutable. */
final class SemgrepScanner implements Scanner {
    private static final long MOST_IN_ALL = 1L << 30;
    private static final int MOST_FILES = 50_000;
    private static final int BEGINNING = 200;

    /** Names by which a file would speak to the tool. */
    private static final Set<String> RESERVED = Set.of(
            ".semgrepignore",
            ".gitignore",
            ".semgrep",
            ".semgrep.yml",
            ".semgrep.yaml",
            ".semgrepconfig",
            ".semgrepconfig.yml",
            ".semgrepconfig.yaml");

    private final SemgrepSettings settings;
    private final SemgrepTool tool;
    private final Drafting drafting;

    SemgrepScanner(SemgrepSettings settings) {
        this.settings = settings;
        tool = new SemgrepTool(settings.executable(), settings.searchPath());
        drafting = new Drafting(SemgrepProvider.CATEGORIES);
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        request.checkCancelled();
        Gaps gaps = new Gaps();
        if (settings.report() == null) {
            run(request, findings, gaps);
        } else {
            readReport(settings.report(), request, findings, gaps);
        }
        request.checkCancelled();
        return gaps.coverage();
    }

    /** A report of another job is about nothing else than what that job saw. */
    @Override
    public boolean readsContent() {
        return settings.report() == null;
    }

    /** The program as it lies there, the rules and what the tool may take: no rule looks at two files. */
    @Override
    public Optional<String> basis() {
        if (settings.report() != null) {
            return Optional.empty();
        }
        String rules = settings.rules().digest().hex();
        return tool.identity().map(program -> program + " " + rules + " " + settings.options());
    }

    // By a run of our own

    private void run(ScanRequest request, FindingSink findings, Gaps gaps) throws InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create(settings.temporary())) {
            FileLayout layout = new FileLayout(settings.options().largestFile(), MOST_IN_ALL, MOST_FILES, RESERVED);
            LaidOutFiles files = layout.lay(request, folder.folder("files"));
            gaps.addAll(files.gaps());
            RuleSet rules = settings.rules();
            gaps.addAll(rules.gaps());
            if (files.files().isEmpty()) {
                return;
            }
            if (rules.files().isEmpty()) {
                gaps.whole(Gap.Cause.NOT_CONFIGURED, "there is no rule to run");
                return;
            }
            Path place = SemgrepTool.prepare(folder, files, rules);
            SemgrepTool.Answer answer = tool.run(folder, files, place, settings.options(), request);
            gaps.addAll(answer.gaps());
            if (answer.report().isPresent()) {
                ReportSource report = ReportSource.of(answer.report().get());
                Intake intake = new Intake(
                        request, findings, gaps, drafting, files::meant, rule -> rules.plainName(rule, place));
                read(report, "what the tool wrote", intake, request, gaps);
                checkVersion(intake, gaps);
                checkLanguages(request, files, rules, intake, gaps);
                checkTexts(request, gaps);
            }
        } catch (IOException failure) {
            gaps.whole(Gap.Cause.FAILED, "the rules could not be laid out");
        }
    }

    private void checkVersion(Intake intake, Gaps gaps) {
        String old = tool.tooOld(intake.version().orElse(null), tool.program().orElse(null));
        if (old != null) {
            gaps.whole(Gap.Cause.NOT_CONFIGURED, old);
        }
    }

    /**
     * That the tool names a file as looked at proves little; that it does not name one for which there are rules shows that
     * it did not look. For which there are none, nobody looked.
     */
    private void checkLanguages(ScanRequest request, LaidOutFiles files, RuleSet rules, Intake intake, Gaps gaps) {
        for (RepoPath path : files.files().values()) {
            if (gaps.isAt(path)) {
                continue;
            }
            Optional<String> program = language(request, path);
            Optional<String> any = program.or(() -> Languages.ofData(path.name()));
            if (any.filter(rules.languages()::contains).isPresent()) {
                if (!intake.isScanned(path)) {
                    gaps.at(path, Gap.Cause.SKIPPED, "the tool does not say that it looked at it");
                }
            } else if (program.isPresent()) {
                gaps.at(path, Gap.Cause.UNSUPPORTED, "there is no rule for " + program.get());
            }
        }
    }

    /** A program in UTF-16, which compilers read and the tool takes for UTF-8: it finds nothing in it, and says nothing. */
    private static void checkTexts(ScanRequest request, Gaps gaps) {
        for (ChangedFile file : request.change().files()) {
            FileVersion after = file.after();
            if (after != null
                    && after.binary()
                    && !gaps.isAt(after.path())
                    && language(request, after.path()).isPresent()) {
                gaps.at(after.path(), Gap.Cause.UNSUPPORTED, "it is no text in UTF-8, which the tool takes it for");
            }
        }
    }

    private static Optional<String> language(ScanRequest request, RepoPath path) {
        byte[] beginning = new byte[0];
        if (path.name().indexOf('.') < 0) {
            try {
                beginning = request.content().head().read(path, 1 << 20);
            } catch (ImprimaturException unread) {
                return Optional.empty();
            }
        }
        return Languages.of(
                path.name(), beginning.length <= BEGINNING ? beginning : Arrays.copyOf(beginning, BEGINNING));
    }

    // From a report that another job wrote

    private void readReport(ReportSource report, ScanRequest request, FindingSink findings, Gaps gaps)
            throws InterruptedException {
        Placing placing = new Placing(request.content().head());
        PathMapping mapping = new PathMapping(settings.roots(), placing::exists);
        Intake intake = new Intake(request, findings, gaps, drafting, mapping::path, null);
        read(report, report.name(), intake, request, gaps);
        for (ChangedFile file : request.change().files()) {
            FileVersion after = file.after();
            if (after != null
                    && !intake.isScanned(after.path())
                    && !gaps.isAt(after.path())
                    && language(request, after.path()).isPresent()) {
                gaps.at(after.path(), Gap.Cause.SKIPPED, "the report does not say that the tool looked at it");
            }
        }
        checkTexts(request, gaps);
    }

    private static void read(ReportSource report, String name, Intake intake, ScanRequest request, Gaps gaps)
            throws InterruptedException {
        try {
            SemgrepReader.read(report.until(intake::isUnwanted), JsonLimits.DEFAULT, intake);
        } catch (ImprimaturException refused) {
            request.checkCancelled();
            gaps.whole(
                    refused.code() == ErrorCode.IO_FAILURE ? Gap.Cause.FAILED : Gap.Cause.INVALID_ANSWER,
                    name + " cannot be read to its end: " + refused.problems().get(0));
        }
        request.checkCancelled();
        intake.finish();
    }
}
