package io.imprimatur.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptAnswersTest {
    private static final byte[] KEY = "a key of the caller's own".getBytes(StandardCharsets.UTF_8);

    private static final MemoryChange BAD =
            MemoryChange.builder().head("a", "bad\n").build();

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private Optional<String> basis = Optional.of("rules 1");
    private Optional<String> whole = Optional.empty();
    private Optional<Duration> freshFor = Optional.empty();
    private @Nullable Gap gap;
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private int most = 100;
    private boolean isUnreadable;

    @Test
    void whatDidNotChangeIsNotAskedAgainAndAnsweredTheSame() {
        MemoryChange change =
                MemoryChange.builder().head("a", "bad\n").head("b", "bad\n").build();
        ScanReport first = scan(change);
        ScanReport second = scan(change);

        assertThat(asked).containsExactly("a", "b");
        assertThat(second).isEqualTo(first);
        assertThat(second.findings()).hasSize(2);
    }

    @Test
    void onlyWhatChangedIsAsked() {
        scan(MemoryChange.builder().head("a", "bad\n").head("b", "bad\n").build());
        ScanReport second = scan(
                MemoryChange.builder().head("a", "bad\n").head("b", "good\n").build());

        assertThat(asked).containsExactly("a", "b", "b");
        assertThat(second.findings()).hasSize(1);
    }

    @Test
    void otherRulesOtherLinesAndAnotherPathAreAnotherQuestion() {
        scan(MemoryChange.builder().head("a", "bad\n").build());
        basis = Optional.of("rules 2");
        scan(MemoryChange.builder().head("a", "bad\n").build());
        scan(MemoryChange.builder().base("a", "x\n").head("a", "bad\n").build());
        scan(MemoryChange.builder().head("c", "bad\n").build());

        assertThat(asked).containsExactly("a", "a", "a", "c");
    }

    @Test
    void withoutABasisNothingIsKept() {
        basis = Optional.empty();
        scan(MemoryChange.builder().head("a", "bad\n").build());
        scan(MemoryChange.builder().head("a", "bad\n").build());

        assertThat(asked).containsExactly("a", "a");
    }

    @Test
    void aGapThatMayCloseNextTimeIsNotKept() {
        for (Gap one : List.of(
                Gap.whole(Gap.Cause.FAILED, "failed"),
                Gap.whole(Gap.Cause.SKIPPED, "who knows of which"),
                Gap.at(RepoPath.of("a"), Gap.Cause.TIMED_OUT, "too slow"),
                Gap.at(RepoPath.of("a"), Gap.Cause.FAILED, "failed"))) {
            asked.clear();
            gap = one;
            scan(MemoryChange.builder().head("a", "bad\n").build());
            scan(MemoryChange.builder().head("a", "bad\n").build());
            assertThat(asked).as(one.toString()).containsExactly("a", "a");
        }
    }

    @Test
    void aGapThatStaysIsKeptWithItsFile() {
        gap = Gap.at(RepoPath.of("a"), Gap.Cause.UNSUPPORTED, "no rule");
        ScanReport first = scan(MemoryChange.builder().head("a", "bad\n").build());
        gap = null;
        ScanReport second = scan(MemoryChange.builder().head("a", "bad\n").build());

        assertThat(asked).containsExactly("a");
        assertThat(second).isEqualTo(first);
        assertThat(second.coverage().isComplete()).isFalse();
    }

    // Of a change as a whole

    @Test
    void aWholeThatDoesNotChangeIsNotAskedAgainAndAnsweredTheSame() {
        whole = Optional.of("manifests");
        gap = Gap.whole(Gap.Cause.UNSUPPORTED, "no rule");
        ScanReport first = scan(BAD);
        gap = null;
        ScanReport second = scan(BAD);

        assertThat(asked).containsExactly("a");
        assertThat(second).isEqualTo(first);
        assertThat(second.findings()).hasSize(1);
        assertThat(second.coverage().isComplete()).isFalse();
    }

    @Test
    void aWholeIsAskedAgainInOnePieceWhereAnythingThatItDependsOnDiffers() {
        whole = Optional.of("manifests");
        scan(BAD);
        scan(BAD);
        whole = Optional.of("other manifests");
        scan(MemoryChange.builder().head("a", "bad\n").head("b", "bad\n").build());
        basis = Optional.of("rules 2");
        scan(BAD);
        whole = Optional.empty();
        scan(BAD);

        assertThat(asked).containsExactly("a", "a", "b", "a", "a");
    }

    @Test
    void anAnswerIsAskedAgainWhenItIsNoLongerFresh() {
        freshFor = Optional.of(Duration.ofHours(1));
        for (Optional<String> one : List.of(Optional.<String>empty(), Optional.of("manifests"))) {
            asked.clear();
            whole = one;
            scan(BAD);
            now = now.plus(Duration.ofMinutes(59));
            scan(BAD);
            assertThat(asked).containsExactly("a");
            now = now.plus(Duration.ofMinutes(1));
            scan(BAD);
            assertThat(asked).containsExactly("a", "a");
        }
        freshFor = Optional.of(Duration.ZERO);
        scan(BAD);
        assertThat(asked).containsExactly("a", "a", "a");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TOO_LARGE", "UNSUPPORTED", "SKIPPED"})
    void nothingIsKeptOfAWholeWithAGapThatMayCloseNextTime(Gap.Cause cause) {
        whole = Optional.of("manifests");
        for (Gap one : List.of(Gap.whole(cause, "why"), Gap.at(RepoPath.of("a"), cause, "why"))) {
            asked.clear();
            gap = one;
            scan(BAD);
            scan(BAD);
            assertThat(asked).containsExactly("a", "a");
        }
    }

    @Test
    void whereItCannotBeToldWhatTheAnswerDependsOnTheScannerIsAskedAndNothingKept() {
        whole = Optional.of("manifests");
        scan(BAD);
        isUnreadable = true;
        scan(BAD);
        ScanReport last = scan(BAD);

        assertThat(asked).containsExactly("a", "a", "a");
        assertThat(last.findings()).hasSize(1);
        assertThat(last.coverage().isComplete()).isTrue();
    }

    @Test
    void nothingIsKeptOfAWholeThatWasCutShort() {
        whole = Optional.of("manifests");
        most = 1;
        MemoryChange two =
                MemoryChange.builder().head("a", "bad\n").head("b", "bad\n").build();
        scan(two);
        most = 10;

        assertThat(scan(two).findings()).hasSize(2);
        assertThat(asked).containsExactly("a", "b", "a", "b");
    }

    private ScanReport scan(MemoryChange change) {
        Scanner scanner = new Scanner() {
            @Override
            public Coverage scan(ScanRequest request, FindingSink findings) {
                return badLines(request, findings);
            }

            @Override
            public Optional<String> basis() {
                return basis;
            }

            @Override
            public Optional<Digest> dependsOn(ScanRequest request) {
                if (isUnreadable) {
                    throw new ImprimaturException(ErrorCode.IO_FAILURE, Problem.of("a file cannot be read"));
                }
                return whole.map(text -> Digest.of(List.of(text)));
            }

            @Override
            public Optional<Duration> freshFor() {
                return freshFor;
            }
        };
        try (ScanRunner runner = ScanRunner.builder(
                        Scanners.of(TestScanners.provider("test", (settings, secrets) -> scanner)))
                .cache(AnswerCache.in(folder, KEY, 1 << 20, Clock.fixed(now, ZoneOffset.UTC)))
                .limits(new ScanLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), most))
                .build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }

    private Coverage badLines(ScanRequest request, FindingSink findings) {
        for (ChangedFile file : request.change().files()) {
            asked.add(file.path().text());
            byte[] content = request.content().head().read(file.path(), 1 << 20);
            if (new String(content, StandardCharsets.UTF_8).startsWith("bad")) {
                findings.accept(FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "m\u00e9")
                        .at(file.path(), 1)
                        .columns(1, 3)
                        .confidence("0.75")
                        .cwe("CWE-89")
                        .fix("do \"this\"")
                        .build());
            }
        }
        return gap == null ? Coverage.COMPLETE : Coverage.except(gap);
    }
}
