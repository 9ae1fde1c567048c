package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.util.List;

/** Gives the results of reports that were written before as findings. Immutable and thread-safe. */
final class SarifScanner implements Scanner {
    private final List<ReportSource> reports;
    private final SarifSettings settings;
    private final JsonLimits limits;

    SarifScanner(List<ReportSource> reports, SarifSettings settings, JsonLimits limits) {
        this.reports = reports;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        request.checkCancelled();
        Gaps gaps = new Gaps();
        for (ReportSource report : reports) {
            read(report, settings, limits, request, findings, gaps);
        }
        return gaps.coverage();
    }

    /** What a report says of the head it would say of the base too. */
    @Override
    public boolean readsContent() {
        return false;
    }

    /** Hands on what a report says; what it leaves unknown becomes gaps. */
    static void read(
            ReportSource report,
            SarifSettings settings,
            JsonLimits limits,
            ScanRequest request,
            FindingSink findings,
            Gaps gaps)
            throws InterruptedException {
        Intake intake = new Intake(report.name(), settings, request, findings, gaps);
        try {
            SarifReader.read(
                    report.until(intake::isUnwanted),
                    limits,
                    intake::begin,
                    List.of(intake::takeTouched, intake::takeOthers));
        } catch (ImprimaturException refused) {
            request.checkCancelled();
            Gap.Cause cause = refused.code() == ErrorCode.IO_FAILURE ? Gap.Cause.FAILED : Gap.Cause.INVALID_ANSWER;
            gaps.whole(
                    cause,
                    "A report cannot be read to its end: " + refused.problems().get(0));
        }
        request.checkCancelled();
    }
}
