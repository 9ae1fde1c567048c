package io.imprimatur.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.Digest;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScannerContractTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Every duty of the contract kit, seen failing on a scanner that neglects it and it alone. */
class ContractKitTest {
    /** A contract of a bad scanner. Nested, so that only this test runs it. */
    abstract static class Contract extends ScannerContractTest {
        @Override
        protected MemoryChange positiveSample() {
            return MemoryChange.builder()
                    .head("src/A.txt", "one\nMARK two\nthree\n")
                    .build();
        }

        @Override
        protected boolean isRegistered() {
            return false;
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(2);
        }
    }

    static class Good extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider();
        }
    }

    static class NotRegistered extends Good {
        @Override
        protected boolean isRegistered() {
            return true;
        }
    }

    static class ChangingDescriptor extends Contract {
        private int calls;

        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public ScannerDescriptor descriptor() {
                    return new ScannerDescriptor("mark", "1." + calls++, List.of(CATEGORY));
                }
            };
        }
    }

    static class SlowDescriptor extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public ScannerDescriptor descriptor() {
                    // Slow in the one thread that measures, or the other tests would take for ever.
                    if (Thread.currentThread().getName().startsWith("junit-timeout")) {
                        sleep(60_000);
                    }
                    return super.descriptor();
                }
            };
        }
    }

    static class ReservedId extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public ScannerDescriptor descriptor() {
                    return new ScannerDescriptor("imprimatur.mark", "1", List.of(CATEGORY));
                }
            };
        }
    }

    static class AnySettings extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Scanner create(ScannerSettings settings, SecretSource secrets) {
                    return this;
                }
            };
        }
    }

    static class RefusalWithoutPlace extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Scanner create(ScannerSettings settings, SecretSource secrets) {
                    try {
                        settings.check();
                        return this;
                    } catch (ImprimaturException refusal) {
                        throw new ImprimaturException(
                                ErrorCode.INVALID_CONFIGURATION, Problem.of("there is something wrong somewhere"));
                    }
                }
            };
        }
    }

    static class NeedsASecret extends Contract {
        @Override
        protected SecretSource secrets() {
            return name -> Optional.of("made-up".toCharArray());
        }

        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Scanner create(ScannerSettings settings, SecretSource secrets) {
                    settings.check();
                    return secrets.secret("mark.token").isEmpty() ? null : this;
                }
            };
        }
    }

    static class FindsNothing extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                boolean report(RepoPath path, List<String> lines, FindingSink findings) {
                    return true;
                }
            };
        }
    }

    static class TooConfident extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(path, line, text).confidence("1.1");
                }
            };
        }
    }

    static class UndeclaredCategory extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return FindingDraft.builder("mark", Severity.LOW, Category.STYLE, "A mark")
                            .at(path, line);
                }
            };
        }
    }

    static class BlankMessage extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return FindingDraft.builder("mark", Severity.LOW, CATEGORY, " ")
                            .at(path, line);
                }
            };
        }
    }

    static class HalfACharacter extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(path, line, text).fix("remove \ud83d");
                }
            };
        }
    }

    static class NoSuchFile extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(RepoPath.of("nowhere"), line, text);
                }
            };
        }
    }

    static class BeyondTheLine extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(path, line, text).columns(1, text.length() + 2);
                }
            };
        }
    }

    /** As {@code String.lines} counts, for which a carriage return ends a line. */
    static class OtherLines extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                List<String> lines(byte[] content) {
                    return new String(content, StandardCharsets.UTF_8).lines().toList();
                }
            };
        }
    }

    static class FailsOnNothing extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    request.change().files().get(0);
                    return super.scan(request, findings);
                }
            };
        }
    }

    static class FailsOnBinary extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    boolean binary = request.change().files().stream().anyMatch(file -> file.isBinary());
                    return binary ? null : super.scan(request, findings);
                }
            };
        }
    }

    static class FailsOnOtherEncodings extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                List<String> lines(byte[] content) {
                    try {
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
                        return super.lines(content);
                    } catch (CharacterCodingException malformed) {
                        throw new IllegalStateException(malformed);
                    }
                }
            };
        }
    }

    static class HangsOnLongLines extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                List<String> lines(byte[] content) {
                    if (content.length > 1 << 20) {
                        sleep(60_000);
                    }
                    return super.lines(content);
                }
            };
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }
    }

    static class SilentOnUnreadable extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                boolean onUnreadable(RepoPath path, ImprimaturException unreadable, List<Gap> gaps) {
                    return true;
                }
            };
        }
    }

    static class ThrowsOnUnreadable extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                boolean onUnreadable(RepoPath path, ImprimaturException unreadable, List<Gap> gaps) {
                    throw unreadable;
                }
            };
        }
    }

    static class GapNowhere extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    Gap nowhere = Gap.at(RepoPath.of("nowhere"), Gap.Cause.SKIPPED, "left out");
                    return super.scan(request, findings).with(List.of(nowhere));
                }
            };
        }
    }

    static class IgnoresInterruption extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                void beforeFile(ScanRequest request) throws InterruptedException {
                    if (request.isCancelled()) {
                        throw new InterruptedException();
                    }
                }
            };
        }
    }

    static class CallsHalfAnAnswerComplete extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    try {
                        return super.scan(request, findings);
                    } catch (InterruptedException told) {
                        if (request.isCancelled()) {
                            throw told;
                        }
                        return Coverage.COMPLETE;
                    }
                }
            };
        }
    }

    static class IgnoresCancellation extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                void beforeFile(ScanRequest request) throws InterruptedException {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedException();
                    }
                }
            };
        }
    }

    static class IgnoresRefusal extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                boolean onRefused() {
                    return true;
                }
            };
        }
    }

    static class Remembers extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                private volatile String seen = "";

                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    if (request.change().files().stream().anyMatch(f -> f.status() == ChangeStatus.MODE_CHANGED)) {
                        seen = "again ";
                    }
                    return super.scan(request, findings);
                }

                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(path, line, text).fix(seen + "remove it");
                }
            };
        }
    }

    static class NotThreadSafe extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                private final AtomicInteger running = new AtomicInteger();

                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    int others = running.getAndIncrement();
                    // Long enough for another to come.
                    sleep(request.change().files().size() == 20 ? 200 : 0);
                    running.decrementAndGet();
                    return others > 0 ? Coverage.COMPLETE : super.scan(request, findings);
                }
            };
        }
    }

    static class LooksAtOtherFiles extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                private volatile int files;

                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    files = request.change().files().size();
                    return super.scan(request, findings);
                }

                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    return super.draft(path, line, text).fix(files == 3 ? "remove all three" : "remove it");
                }
            };
        }
    }

    /** Answers of the change as a whole, and keeps its duties in that. */
    static class GoodOfTheWhole extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Optional<Digest> dependsOn(ScanRequest request) {
                    return Optional.of(Digest.of(request.change().files().stream()
                            .map(Object::toString)
                            .toList()));
                }
            };
        }
    }

    static class DependsOnMore extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Optional<Digest> dependsOn(ScanRequest request) {
                    // And not on which of them the change touches, which it takes from the request.
                    return Optional.of(Digest.of(request.content().head().paths().stream()
                            .map(RepoPath::text)
                            .toList()));
                }
            };
        }
    }

    static class ReportsLate extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
                    Coverage coverage = super.scan(request, findings);
                    Thread late = new Thread(() -> {
                        sleep(10);
                        findings.accept(draft(RepoPath.of("src/A.txt"), 1, "").build());
                    });
                    late.setDaemon(true);
                    late.start();
                    return coverage;
                }
            };
        }
    }

    static class QuotesTheLine extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    String quote = text.substring(0, Math.min(text.length(), 1000));
                    return FindingDraft.builder("mark", Severity.LOW, CATEGORY, "A mark: " + quote)
                            .at(path, line);
                }
            };
        }
    }

    static class PrintsTheLine extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    if (text.length() > 10 && text.length() < 1000) {
                        System.err.println(text);
                    }
                    return super.draft(path, line, text);
                }
            };
        }
    }

    static class HalfRedacts extends Contract {
        private static final String SECRET = "abcdefgh" + "ijklmnop";

        @Override
        protected MemoryChange positiveSample() {
            return MemoryChange.builder()
                    .head("src/A.txt", "MARK=" + SECRET + "\n")
                    .build();
        }

        @Override
        protected List<String> plantedSecrets() {
            return List.of(SECRET);
        }

        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                @Override
                FindingDraft.Builder draft(RepoPath path, int line, String text) {
                    String most = text.length() < 30 ? text.substring(5, 17) : "";
                    return super.draft(path, line, text).fix("remove " + most + "****");
                }
            };
        }
    }

    static class ClosesOnce extends Contract {
        @Override
        protected ScannerProvider provider() {
            return new MarkProvider() {
                private boolean closed;

                @Override
                public void close() {
                    if (closed) {
                        throw new IllegalStateException("closed already");
                    }
                    closed = true;
                }
            };
        }
    }

    static Stream<Arguments> badScanners() {
        return Stream.of(
                bad("isFoundByServiceLoader", NotRegistered.class),
                bad("describesItselfTheSameAtEveryCall", ChangingDescriptor.class),
                bad("describesItselfQuickly", SlowDescriptor.class),
                bad("doesNotTakeAReservedId", ReservedId.class),
                bad("refusesUnknownSettingsWithTheirPlace", AnySettings.class),
                bad("refusesUnknownSettingsWithTheirPlace", RefusalWithoutPlace.class),
                bad("worksWithoutSecretsOrSaysWhyNot", NeedsASecret.class),
                bad("findsSomethingInThePositiveSample", FindsNothing.class),
                bad("findingsKeepTheirConstraints", TooConfident.class),
                bad("findingsKeepTheirConstraints", UndeclaredCategory.class),
                bad("findingsKeepTheirConstraints", BlankMessage.class),
                bad("findingsKeepTheirConstraints", HalfACharacter.class),
                bad("findingsKeepTheirConstraints", NoSuchFile.class),
                bad("findingsKeepTheirConstraints", BeyondTheLine.class),
                bad("findingsKeepTheirConstraints", OtherLines.class),
                bad("answersOnAnEmptyChange", FailsOnNothing.class),
                bad("answersOnUnusualFiles", FailsOnBinary.class),
                bad("answersOnUnusualFiles", FailsOnOtherEncodings.class),
                bad("answersOnUnusualFiles", HangsOnLongLines.class),
                bad("namesFilesThatItCannotRead", SilentOnUnreadable.class),
                bad("namesFilesThatItCannotRead", ThrowsOnUnreadable.class),
                bad("gapsNameFilesThatExist", GapNowhere.class),
                bad("stopsSoonAfterInterruption", IgnoresInterruption.class),
                bad("stopsSoonAfterInterruption", CallsHalfAnAnswerComplete.class),
                bad("stopsSoonAfterCancellation", IgnoresCancellation.class),
                bad("stopsSoonAfterTheSinkRefused", IgnoresRefusal.class),
                bad("givesTheSameAnswerAgain", Remembers.class),
                bad("givesTheSameAnswersSideBySide", NotThreadSafe.class),
                bad("answersOfEachFileByItselfAsOfAllTogether", LooksAtOtherFiles.class),
                bad("answersTheSameWhereWhatItDependsOnIsTheSame", DependsOnMore.class),
                bad("leavesTheSinkAloneAfterItReturned", ReportsLate.class),
                bad("letsNoSecretOut", QuotesTheLine.class),
                bad("letsNoSecretOut", PrintsTheLine.class),
                bad("letsNoSecretOut", HalfRedacts.class),
                bad("closesTwice", ClosesOnce.class));
    }

    private static Arguments bad(String test, Class<? extends Contract> contract) {
        return Arguments.of(contract, test);
    }

    @ParameterizedTest
    @MethodSource("badScanners")
    void neglectedDutyFailsItsTestAlone(Class<? extends Contract> contract, String test) {
        assertThat(failedMethods(run(contract))).containsExactly(test);
    }

    @Test
    void everyTestOfTheKitIsSeenFailing() {
        Set<String> all = methods(run(Good.class).finished());
        Set<String> seen = badScanners().map(bad -> (String) bad.get()[1]).collect(Collectors.toSet());

        assertThat(all).hasSizeGreaterThan(15).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(classes = {Good.class, GoodOfTheWhole.class})
    void scannerThatKeepsItsDutiesPasses(Class<? extends Contract> contract) {
        Events tests = run(contract);

        assertThat(failedMethods(tests)).isEmpty();
        assertThat(tests.skipped().count()).isZero();
        assertThat(tests.aborted().count()).isZero();
    }

    private static Events run(Class<? extends Contract> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static Set<String> failedMethods(Events tests) {
        return methods(tests.failed());
    }

    private static Set<String> methods(Events tests) {
        return tests.stream()
                .map(event -> event.getTestDescriptor().getSource().orElseThrow())
                .map(source -> ((org.junit.platform.engine.support.descriptor.MethodSource) source).getMethodName())
                .collect(Collectors.toSet());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
