package io.imprimatur.semgrep;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real tool on what it says plainly, on what it leaves out in silence and ends with 0, and on a repository that would have
 * a say: all in one run, as each takes seconds to start.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealToolTest {
    private static final String RULES = """
            rules:
              - id: eval
                languages: [python]
                severity: ERROR
                message: Do not evaluate what others give.
                metadata: {category: vulnerability, cwe: ["CWE-95: Improper Neutralization"], confidence: HIGH}
                pattern: eval($X)
                fix: ast.literal_eval($X)
              - id: flow
                languages: [python]
                severity: ERROR
                message: m
                mode: taint
                pattern-sources: [{pattern: source(...)}]
                pattern-sinks: [{pattern: sink(...)}]
            """
            + rule("eval-js", "javascript", "pattern: eval($X)")
            + rule("eval-java", "java", "pattern: eval($X)")
            + rule("eval-ocaml", "ocaml", "pattern: eval $X")
            + rule("eval-cs", "csharp", "pattern: eval($X)")
            + rule("any", "regex", "pattern-regex: x\n    paths: {include: [many.txt]}")
            + rule("future", "python", "pattern: f($X)\n    min-version: 9.0.0")
            + rule("pro", "apex", "pattern: f($X)");

    /** What the tool ignores unless told otherwise. */
    private static final List<String> HIDDEN = List.of(
            "tests/test_a.py",
            "test/a.py",
            "node_modules/x/a.py",
            "vendor/a.py",
            "build/a.py",
            "dist/a.py",
            ".venv/a.py",
            ".hidden/a.py",
            "a_test.go/a.py",
            "examples/a.py",
            "src/.dot.py",
            "lib/jquery.min.js");

    /** What a shell, an option or the file system would make something of. */
    private static final List<String> ODD = List.of(
            "--config=evil.yml.py", "--help.py", "-e.py", "$(touch ran).py", "a b\n.py", "esc\u001b[2J.py", "ünï.py");

    private Path folder;
    private Path ran;
    private MemoryChange change;
    private Asked.Answer answer;

    abstract Path program();

    @BeforeAll
    void look(@TempDir Path temporary) throws Exception {
        Path program = program();
        folder = temporary;
        ran = folder.resolve("ran");
        change = hostile(traps(MemoryChange.builder())).build();
        surround();
        answer = scan(program, change, RULES, Map.of("rule-timeout", Setting.of("100")));
    }

    private static String rule(String id, String language, String pattern) {
        return "  - id: " + id + "\n    languages: [" + language + "]\n    severity: ERROR\n    message: m\n    "
                + pattern + "\n";
    }

    private static MemoryChange.Builder traps(MemoryChange.Builder change) {
        HIDDEN.forEach(path -> change.head(path, "eval(x)\n"));
        ODD.forEach(path -> change.head(path, "eval(x)\n"));
        return change.head("found.py", "x = 1\ny = eval(x)\n")
                .head("partial.js", "eval(x)\nfunction ( {{{\n")
                .head("Syntax.java", "class A { void f() { eval(x); ")
                .head("other.ml", "let = eval (((")
                .head("many.txt", "x\n".repeat(10_100))
                .head("flow.py", flow())
                .head("large.py", "eval(x)\n" + "#".repeat(1_000_000) + "\n")
                .head(
                        RepoPath.of("wide.cs"),
                        FileMode.REGULAR,
                        ("\uFEFFclass A { void f() { eval(x); } }\n").getBytes(UTF_16LE))
                .head("a.rb", "eval(x)\n")
                .head("run", "#!/usr/bin/env ruby\neval(x)\n")
                .head("README.md", "eval(x)\n")
                .head("data.json", "{}\n")
                .head("logo.png", "\0\1\2")
                .base("silent.py", "eval(a)  # nosemgrep\neval(b)\n# nosemgrep: other\neval(d)\n")
                .head("silent.py", """
                        eval(a)  # nosemgrep
                        eval(b)  # nosemgrep
                        # nosemgrep: other
                        eval(d)
                        # noopengrep
                        eval(c)
                        """);
    }

    /** What takes longer to follow than a tenth of a second, after which Semgrep gives up. */
    private static String flow() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("def f():\n    v0 = source()\n");
        for (int loop = 0; loop < 30; loop++) {
            text.append("    while c():\n");
            for (int line = 0; line < 10; line++) {
                text.append("        v%d = v%d + v%d + source(%d)\n"
                        .formatted(random.nextInt(60), random.nextInt(60), random.nextInt(60), line));
            }
        }
        return text + "    sink(v1)\n";
    }

    private static String joined(int count, String word, String between) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining(between));
    }

    private MemoryChange.Builder hostile(MemoryChange.Builder change) throws IOException {
        byte[] outside = Files.writeString(folder.resolve("secret.py"), "eval('outside')\n")
                .toString()
                .getBytes(UTF_8);
        byte[] trap = ("#!/bin/sh\ntouch " + ran + "\n").getBytes(UTF_8);
        for (String name : List.of("semgrep", "opengrep", "git", "uname", "python3", "node_modules/.bin/node")) {
            change.head(RepoPath.of(name), FileMode.EXECUTABLE, trap);
        }
        for (String name : List.of("sitecustomize.py", "json.py", "semgrep/__init__.py")) {
            change.head(name, "open('" + ran + "', 'w')\neval(x)\n");
        }
        for (String name : List.of(".semgrepignore", "src/.semgrepignore", ".gitignore", ".git/info/exclude")) {
            change.head(name, "*\n");
        }
        return change.head(".git/config", "[core]\n\tfsmonitor = touch " + ran + "\n")
                .head(RepoPath.of(".git/hooks/post-checkout"), FileMode.EXECUTABLE, trap)
                .head(".semgrep.yml", "rules: []\n")
                .head(".semgrep/settings.yml", "api_token: x\n")
                .head(".env", "SEMGREP_RULES=evil.yml\n")
                .head("pyproject.toml", "[tool.semgrep]\nexclude = ['*']\n")
                .head(RepoPath.of("link.py"), FileMode.SYMLINK, outside)
                .head(
                        RepoPath.of("outside"),
                        FileMode.SYMLINK,
                        folder.toString().getBytes(UTF_8));
    }

    /** The temporary folder lies in a repository that would have a say too. */
    private void surround() throws IOException {
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.createDirectories(folder.resolve(".git/refs"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                folder.resolve(".git/config"),
                "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch " + ran + "\n");
        Files.writeString(folder.resolve(".semgrepignore"), "*\n");
        Files.writeString(folder.resolve(".gitignore"), "*\n");
    }

    Asked.Answer scan(Path program, MemoryChange change, String rules, Map<String, Setting> settings) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.yaml"), rules);
        return Asked.about(change)
                .within(Duration.ofMinutes(10))
                .of(
                        SemgrepProvider.builder()
                                .executable(program)
                                .temporary(folder)
                                .ownRules(false)
                                .rules(file)
                                .build(),
                        settings);
    }

    List<String> places(String path) {
        return answer.places().stream()
                .filter(place -> place.contains(" " + path + ":"))
                .toList();
    }

    List<String> gaps(String path) {
        return answer.gaps().stream()
                .filter(gap -> gap.contains(" " + path + " "))
                .toList();
    }

    List<String> wholeGaps() {
        return answer.gaps().stream().filter(gap -> gap.contains(" * ")).toList();
    }

    // What it finds

    @Test
    void severityCategoryWeaknessFixAndPlaceAreKept() {
        FindingDraft finding = answer.findings().stream()
                .filter(found -> "found.py".equals(found.path()))
                .findFirst()
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo("eval");
        assertThat(finding.message()).isEqualTo("Do not evaluate what others give.");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.category()).isEqualTo("vulnerability");
        assertThat(finding.confidence()).isEqualByComparingTo("0.9");
        assertThat(finding.cwe()).containsExactly("CWE-95");
        assertThat(finding.fix()).isEqualTo("ast.literal_eval(x)");
        assertThat(List.of(finding.firstLine(), finding.lastLine(), finding.firstColumn(), finding.lastColumn()))
                .containsExactly(2, 2, 5, 11);
        assertThat(gaps("found.py")).isEmpty();
    }

    @Test
    void nothingIsMissedUnseen() {
        assertThat(change.change().files())
                .extracting(ChangedFile::path)
                .filteredOn(path -> path.name().matches("(?s).*\\.(py|js|java|ml|cs|rb)"))
                .hasSizeGreaterThan(25)
                .allMatch(path ->
                        answer.findings().stream().anyMatch(found -> path.text().equals(found.path()))
                                || answer.coverage().gaps().stream().anyMatch(gap -> path.equals(gap.path())));
    }

    // What it leaves out in silence, and ends with 0

    @Test
    void whatItParsesOnlyInPartIsAGap() {
        assertThat(places("partial.js")).containsExactly("eval-js partial.js:1");
        assertThat(gaps("partial.js"))
                .containsExactly("failed partial.js it could be parsed only in part, not in lines 2");
    }

    @Test
    void whatItDoesNotParseIsAGap() {
        assertThat(gaps("Syntax.java")).containsExactly("failed Syntax.java it could not be parsed");
        assertThat(gaps("other.ml")).containsExactly("failed other.ml it could not be parsed");
    }

    @Test
    void matchesThatAreTooManyAreAGap() {
        assertThat(places("many.txt")).isEmpty();
        assertThat(gaps("many.txt"))
                .containsExactly("too-many-findings many.txt rule any matched too often, and its matches were dropped");
    }

    @Test
    void aFileThatIsTooLargeIsAGap() {
        assertThat(gaps("large.py")).containsExactly("too-large large.py it is larger than 1000000 bytes");
    }

    @Test
    void aProgramInUtf16IsAGap() {
        assertThat(gaps("wide.cs")).hasSize(1);
    }

    @Test
    void aRuleThatIsForAnotherVersionIsAGap() {
        assertThat(wholeGaps()).contains("not-configured * rule future is for another version of the tool");
    }

    /**
     * The stack that a run may take is narrowed for it, as what would fill the usual one takes minutes. The status is that of
     * findings, 1, which hides what went wrong.
     */
    @Test
    void aRuleThatRunsOutOfTimeOrOfStackIsAGapWhateverTheStatus() throws Exception {
        String slow = """
                rules:
                  - {id: eval, languages: [python], severity: ERROR, message: m, pattern: eval($X)}
                  - id: slow
                    languages: [python]
                    severity: ERROR
                    message: slow
                    paths: {include: [time.py]}
                    pattern: |
                      ...
                      $A = $B
                      ...
                      $C = $D
                      ...
                      $E = $F
                      ...
                      $G = $A
                """;
        MemoryChange exhausting = MemoryChange.builder()
                .head("found.py", "eval(x)\n")
                .head("time.py", joined(6000, "a = b + c", "\n"))
                .head("stack.py", "eval(x)\ny = " + "not ".repeat(20_000) + "x\n")
                .build();

        Asked.Answer said = scan(narrowed(), exhausting, slow, Map.of("rule-timeout", Setting.of("3")));

        assertThat(folder.resolve("status")).hasContent("1");
        assertThat(said.places()).containsExactly("eval found.py:1");
        assertThat(said.gaps())
                .containsExactly(
                        "failed stack.py rule eval ran out of stack", "timed-out time.py rule slow ran out of time");
    }

    @Test
    void aRuleThatRunsOutOfMemoryIsAGap() throws Exception {
        MemoryChange large = MemoryChange.builder()
                .head("memory.py", "eval(x)\ny = " + joined(80_000, "a", "+") + "\n")
                .build();

        Asked.Answer said = scan(
                program(), large, RULES, Map.of("max-memory", Setting.of("100"), "rule-timeout", Setting.of("100")));

        assertThat(said.gaps()).anyMatch(gap -> gap.matches("failed memory.py .*rule.* ran out of memory"));
    }

    private Path narrowed() throws IOException {
        Path program = program();
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(program.getFileName());
        Files.writeString(
                file,
                "#!/bin/sh\nOCAMLRUNPARAM=l=64k '" + program + "' \"$@\" --error\nended=$?\necho $ended > "
                        + folder.resolve("status") + "\nexit $ended\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void whatItIgnoresByDefaultIsLookedAt() {
        assertThat(HIDDEN).allSatisfy(path -> {
            assertThat(places(path)).singleElement().asString().endsWith(" " + path + ":1");
            assertThat(gaps(path)).isEmpty();
        });
    }

    @Test
    void aProgramInALanguageWithoutRulesIsAGapAndWordsAreNot() {
        assertThat(gaps("a.rb")).containsExactly("unsupported a.rb there is no rule for ruby");
        assertThat(gaps("run")).containsExactly("unsupported run there is no rule for ruby");
        assertThat(List.of("README.md", "data.json", "logo.png"))
                .allSatisfy(path -> assertThat(gaps(path)).isEmpty());
    }

    @Test
    void aCommentThatWasThereCountsAndOneThatTheChangeAddsDoesNot() {
        assertThat(places("silent.py")).containsExactly("eval silent.py:2", "eval silent.py:4", "eval silent.py:6");
        assertThat(answer.findings())
                .filteredOn(found -> "silent.py".equals(found.path()))
                .extracting(finding -> finding.message().contains("does not count"))
                .containsExactly(true, false, true);
    }

    // Who would speak to the tool through the repository

    @Test
    void nothingOfTheRepositoryRunsAndNoNameIsAnOption() {
        assertThat(ran).doesNotExist();
        assertThat(answer.findings())
                .extracting(FindingDraft::path)
                .containsAll(
                        ODD.stream().map(path -> RepoPath.of(path).toString()).toList())
                .contains("sitecustomize.py", "json.py", "semgrep/__init__.py");
    }

    @Test
    void linksAreNotFollowedAndTheirFilesAreGaps() {
        assertThat(places("link.py")).isEmpty();
        assertThat(gaps("link.py")).containsExactly("unsupported link.py it is a link, and links are not followed");
        assertThat(gaps("outside")).containsExactly("unsupported outside it is a link, and links are not followed");
    }
}
