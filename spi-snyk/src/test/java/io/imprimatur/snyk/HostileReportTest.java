package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that want to do harm: bounded, cleaned, and never clean by mistake. */
class HostileReportTest {
    private static final MemoryChange.Builder SHOP =
            MemoryChange.builder().base("package-lock.json", "{}").head("package-lock.json", "{ }");

    @Test
    void millionsOfPathsToOneVulnerabilityAreOneFinding() throws Exception {
        int many = 300_000;
        Scan scan = scan(endless(
                "{\"vulnerabilities\": [",
                many,
                i -> "{\"id\": \"SNYK-JS-A-1\", \"title\": \"T\", \"severity\": \"high\", \"packageName\": \"a\","
                        + " \"version\": \"1\", \"from\": [\"p@1\", \"b" + i + "@1\", \"a@1\"]}",
                "], \"ok\": false, \"displayTargetFile\": \"package-lock.json\"}"));

        assertThat(scan.gapWords()).isEmpty();
        assertThat(scan.findings())
                .singleElement()
                .satisfies(draft -> assertThat(draft.message())
                        .contains("(" + many + " paths: p@1 > b0@1 > a@1; ")
                        .endsWith("; …)"));
    }

    @Test
    void moreDifferentIssuesThanAreKeptAreSaidAndThoseReadStay() throws Exception {
        Scan scan = scan(endless(
                "{\"vulnerabilities\": [",
                300_000,
                i -> "{\"id\": \"SNYK-JS-A-" + i
                        + "\", \"title\": \"T\", \"severity\": \"high\", \"packageName\": \"a\"}",
                "], \"ok\": false, \"displayTargetFile\": \"package-lock.json\"}"));

        assertThat(scan.findings()).hasSizeGreaterThan(10_000);
        assertThat(scan.gapWords())
                .singleElement()
                .asString()
                .contains("- invalid-answer a report cannot be read to its end: report:", "than are kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"applications\":[", "{\"vulnerabilities\":[{\"from\":[", "{\"result\":"})
    void whatIsTooDeepIsRefused(String level) throws Exception {
        Scan scan = scan(source(level.repeat(100_000)));

        assertThat(scan.gapWords())
                .anyMatch(gap -> gap.startsWith("- invalid-answer a report cannot be read to its end: report:"));
    }

    @Test
    void textIsCleanedAndBounded() throws Exception {
        String title = "Bad\\u001b[31m\\u202e\\nthing " + "word ".repeat(10_000);
        Scan scan = scan(
                source(
                        "{\"vulnerabilities\": [{\"id\": \"X\\u001b\", \"title\": \"" + title
                                + "\", \"severity\": \"high\", \"packageName\": \"a\\u0007/../b c\", \"version\": \"1\\n2\","
                                + " \"from\": [\"\\u001b]0;x\\u0007\"]}], \"ok\": false, \"displayTargetFile\": \"package-lock.json\"}"));

        assertThat(scan.findings()).singleElement().satisfies(draft -> {
            String all = draft.toString();
            assertThat(all.chars()).noneMatch(character -> character < ' ' || character == 0x202e);
            assertThat(draft.message()).hasSizeLessThan(4_001).contains("Bad\\u{1b}[31m\\u{202e} thing");
            assertThat(draft.component()).isEqualTo("pkg:generic/a%07/../b%20c@1%0A2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "C:\\\\Windows\\\\x", "file:///etc/passwd", ""})
    void aTargetOutsideOfTheRepositoryIsNoPlace(String target) throws Exception {
        Scan scan = scan(source("{\"vulnerabilities\": [{\"id\": \"X\", \"title\": \"T\", \"severity\": \"high\","
                + " \"packageName\": \"a\"}], \"ok\": false, \"path\": \"/w\", \"displayTargetFile\": \"" + target
                + "\"}"));

        assertThat(scan.findings()).allMatch(draft -> draft.path() == null);
        assertThat(scan.findings().size() + scan.gaps().size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "99999999999999999999", "1e9", "\"x\"", "{}", "3"})
    void linesThatCannotBeDropNoFinding(String line) throws Exception {
        MemoryChange.Builder change = MemoryChange.builder().head("main.tf", "a\nb\n");
        Scan scan = Scan.of(
                provider(source(
                        "{\"infrastructureAsCodeIssues\": [{\"id\": \"X\", \"title\": \"T\", \"severity\": \"low\","
                                + " \"lineNumber\": " + line + "}], \"ok\": false, \"targetFile\": \"main.tf\"}")),
                change.build());

        assertThat(scan.findings())
                .singleElement()
                .satisfies(draft -> assertThat(draft.path()).isEqualTo("main.tf"));
    }

    @Test
    void whatTheToolSaysOfAnErrorIsNeverQuoted() throws Exception {
        String quoted = "Unexpected token 'h', hunter2-" + "x".repeat(20) + " is not valid JSON";
        Scan scan = scan(source("{\"ok\": false, \"error\": \"" + quoted + "\", \"path\": \"/w\"}"));

        assertThat(scan.gapWords()).containsExactly("- failed report was not tested: a manifest cannot be read");
    }

    @Test
    void everyCutOfAReportIsAGap() throws Exception {
        byte[] whole = RealSnykTest.resource("vulnerable.json").getBytes(UTF_8);
        int end = RealSnykTest.resource("vulnerable.json").stripTrailing().length();
        for (int length = 0; length < end; length += 37) {
            byte[] cut = Arrays.copyOf(whole, length);
            Scan scan = scan(ReportSource.of("report", cut));
            assertThat(scan.gaps())
                    .as("cut at " + length)
                    .extracting(Gap::cause)
                    .contains(Gap.Cause.INVALID_ANSWER);
        }
    }

    private static Scan scan(ReportSource report) throws InterruptedException {
        return Scan.of(provider(report), Map.of(), SHOP.build(), Duration.ofMinutes(1));
    }

    private static SnykProvider provider(ReportSource report) {
        return SnykProvider.builder().report(report).build();
    }

    private static ReportSource source(String report) {
        return ReportSource.of("report", report.getBytes(UTF_8));
    }

    private interface Entry {
        String at(int i);
    }

    /** A report that never stands in memory. */
    private static ReportSource endless(String head, int count, Entry entry, String tail) {
        return new ReportSource() {
            @Override
            public String name() {
                return "report";
            }

            @Override
            public InputStream open() {
                Iterator<String> parts = Stream.of(
                                Stream.of(head),
                                IntStream.range(0, count).mapToObj(i -> (i == 0 ? "" : ",") + entry.at(i)),
                                Stream.of(tail))
                        .flatMap(part -> part)
                        .iterator();
                return new SequenceInputStream(new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return parts.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return new ByteArrayInputStream(parts.next().getBytes(UTF_8));
                    }
                });
            }
        };
    }
}
