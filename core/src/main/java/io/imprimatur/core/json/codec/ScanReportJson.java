package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;

/** What a scanner answered. */
public final class ScanReportJson {
    private ScanReportJson() {}

    public static JsonObject write(ScanReport report) {
        return JsonObject.builder()
                .put("scanner", write(report.scanner()))
                .put("findings", JsonArray.of(report.findings(), FindingJson::write))
                .put("gaps", JsonArray.of(report.coverage().gaps(), GapJson::write))
                .build();
    }

    public static ScanReport read(Fields in) {
        return new ScanReport(
                in.object("scanner", ScanReportJson::readScanner),
                in.objects("findings", FindingJson::read),
                new Coverage(in.objects("gaps", GapJson::read)));
    }

    public static JsonObject write(ScannerDescriptor scanner) {
        return JsonObject.builder()
                .put("id", scanner.id())
                .put("version", scanner.version())
                .put("categories", JsonArray.ofTexts(scanner.categories()))
                .build();
    }

    private static ScannerDescriptor readScanner(Fields in) {
        return new ScannerDescriptor(in.text("id"), in.text("version"), in.texts("categories", Category::new));
    }
}
