package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real tool, on what it says plainly and on what it leaves out in silence. */
class RealSemgrepTest {
    private static final String EVAL = """
            rules:
              - id: eval
                languages: [python]
                severity: ERROR
                message: Do not evaluate what others give.
                metadata: {category: vulnerability, cwe: ["CWE-95: Improper Neutralization"], confidence: HIGH}
                pattern: eval($X)
                fix: ast.literal_eval($X)
            """;

    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void requireTheTool() {
        program = RealSemgrep.require();
    }

    // What it finds

    @Test
    void aChangeAsAnAssistantWritesItIsFoundOut() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .base(
                        "shop/client.py",
                        "import requests\n\n\ndef stock(url):\n    return requests.get(url, timeout=5)\n")
                .head("shop/client.py", """
                        import requests


                        def stock(url):
                            return requests.get(url, timeout=5, verify=False)
                        """)
                .head("README.md", "# Shop\n\nRun `make`.\n")
                .build();

        Asked.Answer answer = Asked.about(change).of(provider());

        assertThat(answer.places()).containsExactly("imprimatur.python.tls-verification-off shop/client.py:5");
        assertThat(answer.gaps()).isEmpty();
        FindingDraft finding = answer.findings().get(0);
        assertThat(finding.category()).isEqualTo("vulnerability");
        assertThat(finding.severity()).isGreaterThanOrEqualTo(Severity.HIGH);
        assertThat(finding.cwe()).isNotEmpty();
    }

    @Test
    void severityCategoryWeaknessFixAndPlaceAreKept() throws Exception {
        MemoryChange change =
                MemoryChange.builder().head("a.py", "x = 1\ny = eval(x)\n").build();

        assertThat(scan(change, EVAL).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("eval");
            assertThat(finding.message()).isEqualTo("Do not evaluate what others give.");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.category()).isEqualTo("vulnerability");
            assertThat(finding.confidence()).isEqualByComparingTo("0.9");
            assertThat(finding.cwe()).containsExactly("CWE-95");
            assertThat(finding.fix()).isEqualTo("ast.literal_eval(x)");
            assertThat(finding.path()).isEqualTo("a.py");
            assertThat(List.of(finding.firstLine(), finding.lastLine(), finding.firstColumn(), finding.lastColumn()))
                    .containsExactly(2, 2, 5, 11);
        });
    }

    // What it leaves out in silence, and ends with 0

    @Test
    void whatItDoesNotParseIsAGap() throws Exception {
        MemoryChange change =
                MemoryChange.builder().head("a.js", "eval(x)\nfunction ( {{{\n").build();
        String rules = EVAL.replace("python", "javascript");

        Asked.Answer answer = scan(change, rules);

        assertThat(answer.places()).containsExactly("eval a.js:1");
        assertThat(answer.gaps()).containsExactly("failed a.js it could be parsed only in part, not in lines 2");
    }

    @Test
    void aRuleThatRunsOutOfTimeIsAGap() throws Exception {
        String slow = """
                rules:
                  - id: slow
                    languages: [python]
                    severity: ERROR
                    message: slow
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
        String many = IntStream.range(0, 6000)
                .mapToObj(i -> "a" + i + " = b" + i + " + c" + i + "\n")
                .collect(Collectors.joining());
        MemoryChange change = MemoryChange.builder().head("many.py", many).build();

        Asked.Answer answer = scan(change, slow, Map.of("rule-timeout", Setting.of("1")));

        assertThat(answer.gaps()).containsExactly("timed-out many.py rule slow ran out of time");
    }

    @Test
    void aRuleThatRunsOutOfMemoryIsAGap() throws Exception {
        String sum = IntStream.range(0, 80_000).mapToObj(i -> "a" + i).collect(Collectors.joining("+"));
        MemoryChange change = MemoryChange.builder()
                .head("sum.py", "eval(x)\ny = " + sum + "\n")
                .build();

        Asked.Answer answer =
                scan(change, EVAL, Map.of("max-memory", Setting.of("100"), "rule-timeout", Setting.of("100")));

        assertThat(answer.gaps()).containsExactly("failed sum.py a rule ran out of memory");
    }

    @Test
    void matchesThatAreTooManyAreAGap() throws Exception {
        String rule = """
                rules:
                  - id: any
                    languages: [regex]
                    severity: INFO
                    message: any
                    pattern-regex: x
                """;
        MemoryChange change =
                MemoryChange.builder().head("a.txt", "x x x x x\n".repeat(3000)).build();

        Asked.Answer answer = scan(change, rule, Map.of("rule-timeout", Setting.of("60")));

        assertThat(answer.coverage().gaps())
                .as("findings: " + answer.findings().size())
                .anyMatch(gap -> gap.cause() == Gap.Cause.TOO_MANY_FINDINGS);
    }

    @Test
    void aFileThatIsTooLargeIsAGap() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head("large.py", "eval(x)\n" + "#".repeat(2000) + "\n")
                .head("small.py", "eval(x)\n")
                .build();

        Asked.Answer answer = scan(change, EVAL, Map.of("max-target-bytes", Setting.of("1000")));

        assertThat(answer.places()).containsExactly("eval small.py:1");
        assertThat(answer.gaps()).containsExactly("too-large large.py it is larger than 1000 bytes");
    }

    @Test
    void aRuleThatIsForAnotherVersionOrAnotherEngineIsAGap() throws Exception {
        String rules = EVAL + """
                  - id: future
                    min-version: 9.0.0
                    languages: [python]
                    severity: ERROR
                    message: m
                    pattern: f($X)
                  - id: pro
                    languages: [apex]
                    severity: ERROR
                    message: m
                    pattern: f($X)
                """;
        MemoryChange change = MemoryChange.builder().head("a.py", "eval(x)\n").build();

        Asked.Answer answer = scan(change, rules);

        assertThat(answer.places()).containsExactly("eval a.py:1");
        assertThat(answer.gaps())
                .containsExactly(
                        "not-configured * rule future is for another version of the tool",
                        "not-configured * rule pro needs a part of the tool that is not there");
    }

    @Test
    void rulesThatCannotBeUsedAreAGap() throws Exception {
        MemoryChange change = MemoryChange.builder().head("a.py", "eval(x)\n").build();

        for (String broken : List.of(
                "rules:\n  - id: [\n",
                EVAL.replace("eval($X)\n", "eval((($X\n"),
                EVAL.replace("[python]", "[intercal]"),
                EVAL.replace("    languages: [python]\n", ""))) {
            assertThat(scan(change, broken).coverage().gaps())
                    .as(broken)
                    .anyMatch(gap -> gap.path() == null
                            && (gap.cause() == Gap.Cause.NOT_CONFIGURED || gap.cause() == Gap.Cause.FAILED));
        }
    }

    @Test
    void whatItIgnoresByDefaultIsLookedAt() throws Exception {
        MemoryChange.Builder change = MemoryChange.builder();
        List<String> paths = List.of(
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
                "src/.dot.py");
        paths.forEach(path -> change.head(path, "eval(x)\n"));

        Asked.Answer answer = scan(change.build(), EVAL);

        assertThat(answer.places())
                .containsExactlyElementsOf(paths.stream()
                        .map(path -> "eval " + path + ":1")
                        .sorted()
                        .toList());
        assertThat(answer.gaps()).isEmpty();
    }

    @Test
    void aProgramInALanguageWithoutRulesIsAGapAndWordsAreNot() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head("a.rb", "eval(x)\n")
                .head("run", "#!/usr/bin/env ruby\neval(x)\n")
                .head("README.md", "eval(x)\n")
                .head("data.json", "{}\n")
                .head("logo.png", "\0\1\2")
                .build();

        assertThat(scan(change, EVAL).gaps())
                .containsExactly(
                        "unsupported a.rb there is no rule for ruby", "unsupported run there is no rule for ruby");
    }

    // Comments that suppress

    @Test
    void aCommentThatWasThereCountsAndOneThatTheChangeAddsDoesNot() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .base("a.py", "eval(a)  # nosemgrep\neval(b)\n# nosemgrep: other\neval(d)\n")
                .head("a.py", """
                        eval(a)  # nosemgrep
                        eval(b)  # nosemgrep
                        # nosemgrep: other
                        eval(d)
                        # nosemgrep
                        eval(c)
                        """)
                .build();

        Asked.Answer answer = scan(change, EVAL);

        assertThat(answer.places()).containsExactly("eval a.py:2", "eval a.py:4", "eval a.py:6");
        assertThat(answer.findings().stream().map(finding -> finding.message().contains("does not count")))
                .containsExactly(true, false, true);
    }

    // Who would speak to the tool through the repository

    @Test
    void aHostileRepositoryRunsNothingAndHidesNothing() throws Exception {
        Path sign = folder.resolve("ran");
        String run = "#!/bin/sh\ntouch " + sign + "\n";
        byte[] secret = Files.writeString(folder.resolve("secret.py"), "eval('outside')\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        MemoryChange change = MemoryChange.builder()
                .head("src/a.py", "eval(x)\n")
                .head("--help.py", "eval(x)\n")
                .head("-e.py", "eval(x)\n")
                .head("$(touch ran).py", "eval(x)\n")
                .head("a b\n.py", "eval(x)\n")
                .head(".semgrepignore", "*\n")
                .head("src/.semgrepignore", "*\n")
                .head(".gitignore", "*\n")
                .head("src/.gitignore", "*\n")
                .head(".git/config", "[core]\n\tfsmonitor = touch " + sign + "\n")
                .head(".git/info/exclude", "*\n")
                .head(".semgrep.yml", "rules: []\n")
                .head(".semgrep/settings.yml", "api_token: x\n")
                .head(RepoPath.of("semgrep"), FileMode.EXECUTABLE, run.getBytes(StandardCharsets.UTF_8))
                .head(RepoPath.of("git"), FileMode.EXECUTABLE, run.getBytes(StandardCharsets.UTF_8))
                .head(RepoPath.of("uname"), FileMode.EXECUTABLE, run.getBytes(StandardCharsets.UTF_8))
                .head("sitecustomize.py", "open('" + sign + "', 'w')\n")
                .head("json.py", "open('" + sign + "', 'w')\n")
                .head(RepoPath.of("link.py"), FileMode.SYMLINK, secret)
                .head(
                        RepoPath.of("outside"),
                        FileMode.SYMLINK,
                        folder.toString().getBytes(StandardCharsets.UTF_8))
                .build();

        Asked.Answer answer = scan(change, EVAL);

        assertThat(sign).doesNotExist();
        assertThat(answer.places())
                .containsExactly(
                        "eval $(touch ran).py:1",
                        "eval --help.py:1",
                        "eval -e.py:1",
                        "eval a b\\x0A.py:1",
                        "eval src/a.py:1");
        assertThat(answer.gaps())
                .containsExactly(
                        "unsupported git there is no rule for bash",
                        "unsupported link.py it is a link, and links are not followed",
                        "unsupported outside it is a link, and links are not followed",
                        "unsupported semgrep there is no rule for bash",
                        "unsupported uname there is no rule for bash");
    }

    @Test
    void aRepositoryAroundTheTemporaryFolderHasNoSay() throws Exception {
        Path sign = folder.resolve("ran");
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.createDirectories(folder.resolve(".git/refs"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                folder.resolve(".git/config"),
                "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch " + sign + "\n");
        Files.writeString(folder.resolve(".semgrepignore"), "*\n");
        Files.writeString(folder.resolve(".gitignore"), "*\n");
        MemoryChange change = MemoryChange.builder().head("a.py", "eval(x)\n").build();

        Asked.Answer answer = scan(change, EVAL);

        assertThat(answer.places()).containsExactly("eval a.py:1");
        assertThat(answer.gaps()).isEmpty();
        assertThat(sign).doesNotExist();
    }

    private SemgrepProvider provider() {
        return SemgrepProvider.builder().executable(program).temporary(folder).build();
    }

    private Asked.Answer scan(MemoryChange change, String rules) throws Exception {
        return scan(change, rules, Collections.emptyMap());
    }

    private Asked.Answer scan(MemoryChange change, String rules, Map<String, Setting> settings) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.yaml"), rules);
        return Asked.about(change)
                .of(
                        SemgrepProvider.builder()
                                .executable(program)
                                .temporary(folder)
                                .ownRules(false)
                                .rules(file)
                                .build(),
                        settings);
    }
}
