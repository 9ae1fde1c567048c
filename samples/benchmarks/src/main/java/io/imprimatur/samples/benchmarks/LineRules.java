package io.imprimatur.samples.benchmarks;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scanner that finds much, the same in the same text whatever its language: lines that a pattern matches, and brackets
 * that stay open at the end of a line, up to the line that closes them. A line and a column are bytes.
 */
final class LineRules implements ScannerProvider, Scanner {
    private static final int MOST_BYTES = 8 << 20;
    private static final int TALLEST = 30;
    private static final Pattern OPEN = Pattern.compile("^([ \t]*)\\S.*[(\\[{]\\s*$");

    private record Rule(String id, Pattern text, List<String> cwe) {}

    private static final List<Rule> RULES = List.of(
            rule("evaluated", "\\beval\\s*\\(", "CWE-95"),
            rule("process", "\\b(subprocess|os\\.system|popen|exec)\\b", "CWE-78"),
            rule("reachable-assertion", "\\bassert\\b", "CWE-617"),
            rule("left-to-do", "TODO|FIXME|XXX"),
            rule("catches", "\\bexcept\\b|\\bcatch\\b"),
            rule("throws", "\\b(raise|throw)\\b"),
            rule("prints", "\\b(print|println|console\\.log)\\b"),
            rule("imports", "^\\s*(import|from)\\b|\\brequire\\("),
            rule("returns-nothing", "\\breturn\\s+(None|null|undefined|False|false)\\b"),
            rule("asks-for-a-type", "\\b(isinstance|instanceof|typeof)\\b"),
            rule("address", "https?://"));

    private static Rule rule(String id, String text, String... cwe) {
        return new Rule(id, Pattern.compile(text), List.of(cwe));
    }

    @Override
    public ScannerDescriptor descriptor() {
        return new ScannerDescriptor("lines", "1", List.of(Category.QUALITY));
    }

    @Override
    public Scanner create(ScannerSettings settings, SecretSource secrets) {
        settings.check();
        return this;
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        for (ChangedFile file : request.change().files()) {
            request.checkCancelled();
            FileVersion after = file.after();
            if (after != null && !after.binary() && file.linesKnown()) {
                byte[] content = request.content().head().read(file.path(), MOST_BYTES);
                scan(file.path(), new String(content, StandardCharsets.ISO_8859_1).split("\n", -1), findings);
            }
        }
        return Coverage.COMPLETE;
    }

    private static void scan(RepoPath path, String[] lines, FindingSink findings) {
        for (int i = 0; i < lines.length; i++) {
            for (Rule rule : RULES) {
                Matcher found = rule.text.matcher(lines[i]);
                if (found.find()) {
                    findings.accept(draft(rule.id, rule.cwe)
                            .at(path, i + 1)
                            .columns(found.start() + 1, found.end())
                            .build());
                }
            }
            int last = closing(lines, i);
            if (last > i) {
                findings.accept(draft("open", List.of())
                        .at(path, new LineRange(i + 1, last + 1))
                        .build());
            }
        }
    }

    private static FindingDraft.Builder draft(String rule, List<String> cwe) {
        return FindingDraft.builder(rule, Severity.LOW, Category.QUALITY, "Found")
                .cwe(cwe.toArray(String[]::new));
    }

    /** The first line after one that stands no further in; where the one leaves no bracket open, itself. */
    private static int closing(String[] lines, int line) {
        Matcher open = OPEN.matcher(lines[line]);
        if (open.matches()) {
            String indent = open.group(1);
            for (int i = line + 1; i < Math.min(lines.length, line + TALLEST); i++) {
                String end = lines[i].strip();
                if (!end.isEmpty() && lines[i].indexOf(end) <= indent.length()) {
                    return i;
                }
            }
        }
        return line;
    }
}
