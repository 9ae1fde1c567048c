package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.snyk.StubService.Reply;
import io.imprimatur.snyk.StubService.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real CLI against a service on this machine. */
class RealSnykTest {
    private static final String CLEAN = """
            {"result": {"affectedPkgs": {}, "issuesData": {}, "remediation": null},
             "meta": {"isPrivate": true, "isLicensesEnabled": false, "policy": "", "ignoreSettings": null, "org": "acme"}}
            """;
    private static final String BROKEN = "{ \"name\": \"shop\" \"version\": ";

    private static final Map<String, Setting> ORGANIZATION = Map.of("organization", Setting.of("acme"));

    @TempDir
    private Path folder;

    private Path program = Path.of("/");

    @BeforeEach
    void findProgram() {
        program = OutsideTool.require();
    }

    @Test
    void aCleanProjectIsCleanAndCovered() throws Exception {
        Scan scan = scan(RealSnykTest::byContent, shop("left-pad@1.3.0"));

        assertThat(scan.gapWords()).isEmpty();
        assertThat(scan.findings()).isEmpty();
    }

    @Test
    void aVulnerabilityIsOneFindingWithItsPathsUpgradeAndFix() throws Exception {
        Scan scan = scan(RealSnykTest::byContent, shop("left-pad@1.3.0", "lodash@4.17.15"));

        assertThat(scan.gapWords()).isEmpty();
        assertThat(scan.findings()).extracting(FindingDraft::rule).hasSize(2);
        FindingDraft finding = finding(scan, "SNYK-JS-LODASH-1040724");
        assertThat(finding.message())
                .isEqualTo("Command Injection in lodash@4.17.15 (2 paths: shop@1.0.0 > lodash@4.17.15;"
                        + " shop@1.0.0 > left-pad@1.3.0 > lodash@4.17.15)");
        assertThat(finding.category()).isEqualTo("dependency");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.cve()).containsExactly("CVE-2021-23337");
        assertThat(finding.cwe()).containsExactly("CWE-78");
        assertThat(finding.component()).isEqualTo("pkg:npm/lodash@4.17.15");
        assertThat(finding.fix()).isEqualTo("Upgrade lodash@4.17.15 to lodash@4.17.21; Fixed in lodash 4.17.21");
        assertThat(finding.path()).isEqualTo("package-lock.json");
        FindingDraft license = finding(scan, "snyk:lic:npm:lodash:GPL-3.0");
        assertThat(license.category()).isEqualTo("license");
        assertThat(license.license()).isEqualTo("GPL-3.0");
    }

    @Test
    void aProjectThatFailsAmongThoseThatPassIsNotCovered() throws Exception {
        Scan scan = scan(
                RealSnykTest::byContent,
                MemoryChange.builder()
                        .head("a/package.json", Shop.manifest("left-pad@1.3.0"))
                        .head("a/package-lock.json", Shop.lock("left-pad@1.3.0"))
                        .head("b/package.json", BROKEN)
                        .head("b/package-lock.json", Shop.lock("lodash@4.17.15"))
                        .head("c/package.json", Shop.manifest("lodash@4.17.15"))
                        .head("c/package-lock.json", Shop.lock("lodash@4.17.15"))
                        .build());

        assertThat(scan.gapWords())
                .containsExactlyInAnyOrder(
                        "- failed the answer of snyk test has 2 projects of 3 that the tool found: the others failed",
                        "b/package-lock.json failed the tool gives no answer about it");
        assertThat(scan.findings()).extracting(FindingDraft::path).containsOnly("c/package-lock.json");
    }

    /** With this option the tool ends with 0 beside vulnerabilities that have no patch. */
    @Test
    void aStatusOfSuccessHidesNoVulnerability() throws Exception {
        Path status = folder.resolve("status");
        Path launcher = Files.writeString(
                folder.resolve("snyk"),
                "#!/bin/sh\nnode '" + program + "' \"$@\" --fail-on=patchable\nended=$?\necho $ended > " + status
                        + "\nexit $ended\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        try (StubService service = new StubService(RealSnykTest::byContent)) {
            Scan scan = Scan.of(provider(service).executable(launcher).build(), shop("lodash@4.17.15"));

            assertThat(status).hasContent("0");
            assertThat(finding(scan, "SNYK-JS-LODASH-1040724").severity()).isEqualTo(Severity.HIGH);
            assertThat(scan.gapWords()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | application/json | {\"message\": \"Not authorised\"} | Snyk's service refuses the token",
                "429 | application/json | {\"userMessage\": \"Rate limited\"} | the limit of tests of Snyk's service is reached",
                "429 | application/json | {} | Snyk's service fails or cannot be reached",
                "500 | application/json | {\"message\": \"Internal Server Error\"} | Snyk's service fails or cannot be reached",
                "200 | text/html | <html>proxy error</html> | Snyk's service fails or cannot be reached"
            })
    void whereTheServiceRefusesNothingIsCovered(int status, String type, String body, String reason) throws Exception {
        Scan scan = scan(request -> new Reply(status, type, body), shop("lodash@4.17.15"));

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.gapWords())
                .anyMatch(gap -> gap.endsWith(reason))
                .anyMatch(gap -> gap.endsWith("snyk test ended with status 2: it failed"))
                .contains("package-lock.json failed the tool gives no answer about it");
    }

    @Test
    void aServiceThatNeverAnswersIsATimeOut() throws Exception {
        try (StubService service = new StubService(request -> Reply.NEVER)) {
            Scan scan = Scan.of(provider(service).build(), Map.of(), shop("lodash@4.17.15"), Duration.ofSeconds(8));

            assertThat(scan.gapWords()).containsExactly("- timed-out snyk test did not end in time, and was ended");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void aToolThatIsKilledHalfWayIsAFailure() throws Exception {
        Scan scan = scan(
                request -> {
                    running().forEach(ProcessHandle::destroyForcibly);
                    return Reply.NEVER;
                },
                shop("lodash@4.17.15"));

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.gapWords()).anyMatch(gap -> gap.contains("ended with status 137: it was killed"));
    }

    @Test
    void whatIsNotInstalledIsSaid() throws Exception {
        SnykProvider none =
                SnykProvider.builder().executable(folder.resolve("snyk")).build();
        SnykProvider noNode = SnykProvider.builder()
                .executable(script())
                .searchPath(new SearchPath(List.of(folder)))
                .build();

        assertThat(Scan.of(none, shop("lodash@4.17.15")).gapWords())
                .containsExactly("- not-installed there is no program snyk; install Snyk's CLI and say where it is");
        assertThat(Scan.of(noNode, shop("lodash@4.17.15")).gapWords())
                .containsExactly(
                        "- not-installed there is no program node in the search path, and Snyk's script needs it");
    }

    @Test
    void everyLockFileIsCoveredAndNoOtherProgramIsAskedForAnything() throws Exception {
        Path ran = folder.resolve("ran");
        for (String name : List.of("composer", "php", "bundle", "pod", "git", "npm", "dotnet")) {
            Path trap = Files.writeString(folder.resolve(name), "#!/bin/sh\ntouch " + ran + "\n");
            Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwx------"));
        }
        MemoryChange.Builder change = MemoryChange.builder();
        LockFiles.ALL.forEach((path, content) -> change.head(path, content));
        List<Path> folders = new ArrayList<>(List.of(folder));
        folders.addAll(OutsideTool.searchPath().folders());

        try (StubService service = new StubService(request -> Reply.json(200, CLEAN))) {
            Scan scan = Scan.of(
                    provider(service).searchPath(new SearchPath(folders)).build(), change.build());
            assertThat(scan.gapWords()).isEmpty();
        }
        assertThat(ran).doesNotExist();
    }

    @Test
    void whatNeedsABuildIsNotCoveredAndNothingIsRun() throws Exception {
        Path ran = folder.resolve("ran");
        String trap = "#!/bin/sh\ntouch " + ran + "\n";
        MemoryChange.Builder change = MemoryChange.builder()
                .head("maven/pom.xml", "<project/>")
                .head(RepoPath.of("maven/mvnw"), FileMode.EXECUTABLE, trap.getBytes(UTF_8))
                .head("gradle/build.gradle", "'touch " + ran + "'.execute()")
                .head("pip/requirements.txt", "django==1.6.1\n")
                .head("go/go.mod", "module shop\n");

        Scan scan = scan(RealSnykTest::byContent, change.build());

        assertThat(scan.gapWords())
                .hasSize(4)
                .allMatch(gap -> gap.contains("unsupported")
                        && gap.endsWith("by running the repository's own build, which is not allowed"));
        assertThat(ran).doesNotExist();
    }

    @Test
    void whatABuildSaysIsNamedInTheCoverage() throws Exception {
        try (StubService service = new StubService(RealSnykTest::byContent)) {
            Scan scan = Scan.of(
                    provider(service).build(),
                    Map.of("builds", Setting.of("true")),
                    MemoryChange.builder()
                            .head("requirements-dev.txt", "django==1.6.1\n")
                            .build(),
                    Duration.ofMinutes(2));

            assertThat(scan.gapWords())
                    .contains(
                            "requirements-dev.txt unsupported what it depends on was found by running the repository's"
                                    + " own build, which can say what it likes",
                            "- failed snyk test ended with status 3: it found no project that it supports")
                    .anyMatch(gap -> gap.endsWith("there is no project that Snyk supports"));
        }
    }

    @Test
    void nothingInTheRepositoryHasASay() throws Exception {
        Path ran = folder.resolve("ran");
        byte[] trap = ("#!/bin/sh\ntouch " + ran + "\n").getBytes(UTF_8);
        String ignore = "version: v1.25.0\nignore:\n  SNYK-JS-LODASH-1040724:\n    - '*':\n        reason: fine\n";
        MemoryChange change = MemoryChange.builder()
                .unchanged(".snyk", ignore)
                .head("package.json", Shop.manifest("lodash@4.17.15"))
                .head("package-lock.json", Shop.lock("lodash@4.17.15"))
                .head(".npmrc", "registry=http://127.0.0.1:1/\n")
                .head(RepoPath.of("snyk"), FileMode.EXECUTABLE, trap)
                .head(RepoPath.of("node"), FileMode.EXECUTABLE, trap)
                .head(RepoPath.of("sub/package-lock.json"), FileMode.SYMLINK, "/etc/passwd".getBytes(UTF_8))
                .head("--severity-threshold=critical/package.json", Shop.manifest("lodash@4.17.15"))
                .head("--severity-threshold=critical/package-lock.json", Shop.lock("lodash@4.17.15"))
                .build();

        Scan scan = scan(RealSnykTest::byContent, change);

        assertThat(scan.findings())
                .extracting(FindingDraft::path)
                .contains("package-lock.json", "--severity-threshold=critical/package-lock.json");
        assertThat(scan.gapWords())
                .contains("sub/package-lock.json unsupported it is a link, and links are not followed")
                .allMatch(gap -> gap.startsWith("sub/package-lock.json"));
        assertThat(ran).doesNotExist();
    }

    @Test
    void codeIsTestedWholeWhateverTheRepositoryWantsIgnored() throws Exception {
        AtomicReference<String> endpoint = new AtomicReference<>("");
        try (StubService service = new StubService(request -> code(request, endpoint.get()))) {
            endpoint.set(service.endpoint().resolve("/").toString().replaceFirst("/$", ""));
            Scan scan = Scan.of(
                    provider(service).build(),
                    Map.of("code", Setting.of("true")),
                    MemoryChange.builder()
                            .head("src/a.js", "eval(x)\n")
                            .unchanged("src/old.js", "// deepcode ignore CodeInjection: fine\neval(y)\n")
                            .head("src/new.js", "// deepcode ignore CodeInjection: fine\neval(y)\n")
                            .head(".gitignore", "*\n")
                            .head("all.dcignore", "*\n")
                            .head(".snyk", "exclude:\n  code:\n    - src/**\n")
                            .head("src/large.js", "x".repeat((1 << 20) + 1))
                            .build(),
                    Duration.ofMinutes(2));

            assertThat(scan.gapWords())
                    .containsExactlyInAnyOrder(
                            "src/large.js too-large it is larger than 1048576 bytes",
                            "src/new.js skipped the change adds a comment that may keep findings out of what Snyk says of"
                                    + " the code");
            assertThat(scan.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo("javascript/CodeInjection");
                assertThat(finding.category()).isEqualTo("vulnerability");
                assertThat(finding.path()).isEqualTo("src/a.js");
                assertThat(finding.firstLine()).isEqualTo(1);
            });
        }
    }

    private static Reply code(Request request, String endpoint) {
        if (request.path().contains("/settings/sast")) {
            return Reply.json(
                    200,
                    "{\"sastEnabled\": true, \"org\": \"acme\", \"supportedLanguages\": [\".js\"], \"localCodeEngine\":"
                            + " {\"enabled\": true, \"allowCloudUpload\": true, \"url\": \"" + endpoint + "\"}}");
        }
        if (request.path().startsWith("/filters")) {
            return Reply.json(200, "{\"configFiles\": [], \"extensions\": [\".js\"]}");
        }
        if (request.path().startsWith("/bundle")) {
            return Reply.json(200, "{\"bundleHash\": \"abc\", \"missingFiles\": []}");
        }
        return Reply.json(200, request.path().startsWith("/analysis") ? resource("service-code.json") : "{}");
    }

    @Test
    void codeOfWhichTheServiceTellsLessThanItGotIsNotCovered() throws Exception {
        AtomicReference<String> endpoint = new AtomicReference<>("");
        try (StubService service = new StubService(request -> code(request, endpoint.get()))) {
            endpoint.set(service.endpoint().resolve("/").toString().replaceFirst("/$", ""));
            MemoryChange.Builder change =
                    MemoryChange.builder().head("src/main.py", "").head("src/a.rs", "");
            for (int i = 0; i < 4; i++) {
                change.head("src/" + i + ".ts", "x = 1\n");
            }
            Scan scan = Scan.of(
                    provider(service).build(),
                    Map.of("code", Setting.of("true")),
                    change.head("src/a.js", "eval(x)\n").build(),
                    Duration.ofMinutes(2));

            assertThat(scan.gaps())
                    .extracting(gap -> gap.cause().id() + " " + gap.category() + " " + gap.detail())
                    .containsExactlyInAnyOrder(
                            "skipped secret Snyk Code tells of 3 of 5 files in JavaScript and TypeScript, and not which",
                            "skipped vulnerability Snyk Code tells of 3 of 5 files in JavaScript and TypeScript, and not"
                                    + " which",
                            "skipped secret Snyk Code tells of 0 of 1 file in Python, and not which",
                            "skipped vulnerability Snyk Code tells of 0 of 1 file in Python, and not which");
        }
    }

    @Test
    void codeThatTheOrganisationMayNotTestIsNotCovered() throws Exception {
        try (StubService service = new StubService(request -> Reply.json(200, "{}"))) {
            Scan scan = Scan.of(
                    provider(service).build(),
                    Map.of("code", Setting.of("true")),
                    MemoryChange.builder().head("src/a.js", "eval(x)\n").build(),
                    Duration.ofMinutes(2));

            assertThat(scan.gapWords())
                    .contains("- failed snyk code test ended with status 2: it failed")
                    .anyMatch(gap -> gap.startsWith("- invalid-answer a report cannot be read to its end"));
        }
    }

    @Test
    void theTokenGoesToTheServiceAndNowhereElse() throws Exception {
        List<String> commandLines = new CopyOnWriteArrayList<>();
        try (StubService service = new StubService(request -> {
            running().map(process -> String.valueOf(commandLine(process))).forEach(commandLines::add);
            return Reply.json(401, "{\"message\": \"Not authorised: " + Scan.TOKEN + "\"}");
        })) {
            SnykProvider provider = provider(service).temporary(folder).build();
            Scan scan = Scan.of(provider, shop("lodash@4.17.15"));

            assertThat(service.requests())
                    .anyMatch(request ->
                            request.headers().getOrDefault("authorization", "").contains(Scan.TOKEN));
            assertThat(commandLines).isNotEmpty().anyMatch(line -> line.contains("--all-projects"));
            assertThat(commandLines).noneMatch(line -> line.contains(Scan.TOKEN));
            assertThat(scan.toString()).doesNotContain(Scan.TOKEN);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatDidNotChangeIsNotAskedAgainUntilItIsNoLongerFresh() throws Exception {
        try (StubService service = new StubService(RealSnykTest::byContent)) {
            MemoryChange shop = shop("lodash@4.17.15");
            ScanReport first = kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH, shop);
            int asked = service.requests().size();
            assertThat(first.findings()).hasSize(2);
            assertThat(asked).isPositive();

            assertThat(kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH.plusSeconds(86_399), shop))
                    .isEqualTo(first);
            assertThat(service.requests()).hasSize(asked);

            assertThat(kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH.plusSeconds(86_400), shop))
                    .isEqualTo(first);
            assertThat(service.requests()).hasSizeGreaterThan(asked);
            for (Path file : files(folder)) {
                assertThat(file.toString() + Files.readString(file, ISO_8859_1))
                        .doesNotContain(Scan.TOKEN)
                        .doesNotContain(Digest.of(List.of(Scan.TOKEN)).hex());
            }
        }
    }

    @Test
    void anotherTokenOrganisationOrContentIsAskedAnew() throws Exception {
        try (StubService service = new StubService(RealSnykTest::byContent)) {
            MemoryChange shop = shop("lodash@4.17.15");
            int asked = 0;
            for (Callable<ScanReport> one : List.<Callable<ScanReport>>of(
                    () -> kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH, shop),
                    () -> kept(service, Map.of(), Scan.TOKEN.replace('5', '6'), Instant.EPOCH, shop),
                    () -> kept(service, ORGANIZATION, Scan.TOKEN, Instant.EPOCH, shop),
                    () -> kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH, shop("left-pad@1.3.0")))) {
                one.call();
                assertThat(service.requests()).hasSizeGreaterThan(asked);
                asked = service.requests().size();
            }
        }
    }

    @Test
    void whatFailedIsAskedAgain() throws Exception {
        AtomicReference<Reply> reply = new AtomicReference<>(Reply.json(401, "{\"message\": \"Not authorised\"}"));
        try (StubService service = new StubService(request -> reply.get())) {
            MemoryChange shop = shop("left-pad@1.3.0");
            assertThat(kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH, shop)
                            .coverage()
                            .isComplete())
                    .isFalse();
            reply.set(Reply.json(200, CLEAN));

            assertThat(kept(service, Map.of(), Scan.TOKEN, Instant.EPOCH, shop)
                            .coverage()
                            .gaps())
                    .isEmpty();
        }
    }

    /** By a gate that keeps answers, at a moment. */
    private ScanReport kept(
            StubService service, Map<String, Setting> policy, String token, Instant now, MemoryChange change) {
        Policy named = Policy.builder("shop").scanner(SnykProvider.ID, policy).build();
        try (ScanRunner runner = ScanRunner.builder(
                        Scanners.of(provider(service).build()))
                .policy(named, null)
                .secrets(name -> Optional.of(token.toCharArray()))
                .cache(AnswerCache.in(
                        folder, "a key of the caller's own".getBytes(UTF_8), 1 << 20, Clock.fixed(now, ZoneOffset.UTC)))
                .build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static FindingDraft finding(Scan scan, String rule) {
        return scan.findings().stream()
                .filter(draft -> rule.equals(draft.rule()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ProcessHandle> running() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
    }

    /** Vulnerable where lodash takes part. */
    private static Reply byContent(Request request) {
        return Reply.json(200, request.body().contains("lodash") ? resource("service-vulnerable.json") : CLEAN);
    }

    static String resource(String name) {
        try (InputStream in = RealSnykTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MemoryChange shop(String... dependencies) {
        return MemoryChange.builder()
                .head("package.json", Shop.manifest(dependencies))
                .head("package-lock.json", Shop.lock(dependencies))
                .build();
    }

    private Scan scan(Function<Request, Reply> answers, MemoryChange change) throws Exception {
        try (StubService service = new StubService(answers)) {
            return Scan.of(provider(service).build(), change);
        }
    }

    private SnykProvider.Builder provider(StubService service) {
        return SnykProvider.builder()
                .executable(program)
                .searchPath(OutsideTool.searchPath())
                .endpoint(service.endpoint());
    }

    private Path script() throws IOException {
        return Files.writeString(folder.resolve("index.js"), "");
    }
}
