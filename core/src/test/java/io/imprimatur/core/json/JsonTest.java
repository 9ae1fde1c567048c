package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.core.arbitrary.Assessments;
import io.imprimatur.core.arbitrary.Changes;
import io.imprimatur.core.arbitrary.Decisions;
import io.imprimatur.core.arbitrary.Findings;
import io.imprimatur.core.arbitrary.Provenances;
import io.imprimatur.core.arbitrary.Risks;
import io.imprimatur.core.arbitrary.Scans;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonTest {
    @Property(tries = 400)
    void whatIsWrittenIsReadBack(@ForAll("documents") Document<?> document) {
        document.isReadBack();
    }

    @Property(tries = 200)
    void permutedInputGivesTheSameBytes(@ForAll("assessments") Assessment assessment, @ForAll long seed) {
        Assessment permuted = permuted(assessment, new Random(seed));

        assertThat(Json.ASSESSMENT.canonical(permuted)).isEqualTo(Json.ASSESSMENT.canonical(assessment));
        assertThat(Json.ASSESSMENT.write(permuted)).isEqualTo(Json.ASSESSMENT.write(assessment));
    }

    @Property(tries = 400)
    void theOrderOfThoseThatAreNearlyAlikeIsFixedToo(
            @ForAll("alikeAttributions") List<Attribution> attributions,
            @ForAll("alikeFindings") List<Finding> findings,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Generation> generations = List.of(new Generation("null", null, null, null, null, null, null, null));
        ScannerDescriptor scanner = new ScannerDescriptor("alike", "1", Category.KNOWN);

        assertThat(new Provenance(shuffled(attributions, random), generations, null))
                .isEqualTo(new Provenance(attributions, generations, null));
        assertThat(new ScanReport(scanner, shuffled(findings, random), Coverage.COMPLETE))
                .isEqualTo(new ScanReport(scanner, findings, Coverage.COMPLETE));
    }

    @Provide
    Arbitrary<List<Attribution>> alikeAttributions() {
        return Provenances.alike().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Finding>> alikeFindings() {
        return Findings.alike("alike", Arbitraries.of(Category.SECRET, Category.PII))
                .list()
                .ofMaxSize(12);
    }

    /** A value and what is to be done with it, so that one property speaks of every type. */
    private record Document<T>(Json<T> json, T value) {
        void isReadBack() {
            String pretty = json.write(value);
            byte[] canonical = json.canonical(value);

            assertThat(json.read(pretty.getBytes(UTF_8), "pretty")).isEqualTo(value);
            assertThat(json.read(canonical, "canonical")).isEqualTo(value);
            assertThat(json.write(json.read(canonical, "canonical"))).isEqualTo(pretty);
            assertThat(json.canonical(json.read(pretty.getBytes(UTF_8), "pretty")))
                    .isEqualTo(canonical);
            assertThat(pretty)
                    .startsWith("{\n  \"schema\": \"" + json.schema() + "\"")
                    .endsWith("}\n");
        }
    }

    @Provide
    Arbitrary<Document<?>> documents() {
        return Arbitraries.oneOf(
                        documents(Json.CHANGE, Changes.any()),
                        documents(Json.PROVENANCE, Provenances.any()),
                        documents(Json.ATTRIBUTION, Provenances.attributions()),
                        documents(Json.GENERATION, Provenances.generations()),
                        documents(Json.FINDING, Findings.any()),
                        documents(Json.SCAN_REPORT, Scans.reports()),
                        documents(Json.RISK_SCORE, Risks.scores()),
                        documents(Json.FACT, Assessments.facts()),
                        documents(Json.ASSESSMENT, Assessments.any()),
                        documents(Json.DECISION, Decisions.any()),
                        documents(Json.DECISION, Decisions.any()),
                        documents(Json.DECISION, Decisions.any()))
                .withoutEdgeCases();
    }

    private static <T> Arbitrary<Document<?>> documents(Json<T> json, Arbitrary<T> values) {
        return values.map(value -> new Document<>(json, value));
    }

    @Provide
    Arbitrary<Assessment> assessments() {
        return Assessments.any();
    }

    private static Assessment permuted(Assessment assessment, Random random) {
        Change change = assessment.change();
        Provenance provenance = assessment.provenance();
        return new Assessment(
                new Change(
                        change.repository(),
                        change.base(),
                        change.head(),
                        change.target(),
                        change.commits(),
                        change.pusher(),
                        shuffled(change.files(), random),
                        shuffled(change.unread(), random)),
                new Provenance(
                        shuffled(provenance.attributions(), random),
                        shuffled(provenance.generations(), random),
                        provenance.developerOfRecord()),
                assessment.silence(),
                shuffled(assessment.reports(), random).stream()
                        .map(report -> new ScanReport(
                                report.scanner(),
                                shuffled(report.findings(), random),
                                new Coverage(shuffled(report.coverage().gaps(), random))))
                        .toList(),
                assessment.risk(),
                shuffled(assessment.facts(), random),
                assessment.time());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
