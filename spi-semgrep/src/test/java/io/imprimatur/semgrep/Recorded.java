package io.imprimatur.semgrep;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All that a report holds, for a test to look at. */
final class Recorded implements SemgrepReader.Taker {
    final List<SemgrepResult> results = new ArrayList<>();
    final List<Complaint> complaints = new ArrayList<>();
    final List<String> scanned = new ArrayList<>();
    String version;

    static Recorded of(String json) {
        return of("report.json", json.getBytes(StandardCharsets.UTF_8));
    }

    static Recorded of(String name, byte[] json) {
        Recorded recorded = new Recorded();
        SemgrepReader.read(ReportSource.of(name, json), JsonLimits.DEFAULT, recorded);
        return recorded;
    }

    @Override
    public boolean result(SemgrepResult result) {
        return results.add(result);
    }

    @Override
    public void complaint(Complaint complaint) {
        complaints.add(complaint);
    }

    @Override
    public void scanned(String path) {
        scanned.add(path);
    }

    @Override
    public void version(String written) {
        version = written;
    }
}
