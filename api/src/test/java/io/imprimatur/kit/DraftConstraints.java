package io.imprimatur.kit;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.ScannerDescriptor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the gate asks of a draft, said once more in plain code: so the kit needs no validator. */
final class DraftConstraints {
    private final ScannerDescriptor scanner;
    private final SortedMap<RepoPath, MemoryFile> head;
    /** Of each file its lines, as there may be as many drafts as lines. */
    private final Map<String, List<String>> linesByPath = new HashMap<>();

    private final List<String> violations = new ArrayList<>();

    /** For the drafts that a scanner makes of a change. */
    DraftConstraints(ScannerDescriptor scanner, MemoryChange change) {
        this.scanner = scanner;
        this.head = change.headFiles();
    }

    /** What is wrong with a draft; empty where nothing is. */
    List<String> violations(FindingDraft draft) {
        violations.clear();
        texts(draft);
        category(draft.category());
        confidence(draft.confidence());
        place(draft);
        return List.copyOf(violations);
    }

    private void texts(FindingDraft draft) {
        must(draft.rule() != null, "rule must be given");
        text("rule", draft.rule(), 250);
        must(draft.message() != null, "message must be given");
        text("message", draft.message(), 4000);
        must(draft.severity() != null, "severity must be given");
        text("identity", draft.identity(), 4000);
        text("component", draft.component(), 1000);
        text("license", draft.license(), 1000);
        text("fix", draft.fix(), 4000);
        ids("cwe", draft.cwe(), "CWE-[1-9][0-9]{0,5}");
        ids("cve", draft.cve(), "CVE-[0-9]{4}-[0-9]{4,12}");
    }

    private void text(String field, @Nullable String text, int max) {
        if (text != null) {
            must(!text.isBlank(), field + " must not be blank");
            must(text.length() <= max, field + " must have at most " + max + " characters");
            must(
                    StandardCharsets.UTF_8.newEncoder().canEncode(text),
                    field + " must not hold half of a surrogate pair");
        }
    }

    private void ids(String field, @Nullable List<@Nullable String> ids, String pattern) {
        must(ids != null, field + " must be given, if only as an empty list");
        if (ids != null) {
            must(ids.stream().allMatch(id -> id != null && id.matches(pattern)), field + " must match " + pattern);
        }
    }

    private void category(@Nullable String category) {
        boolean declared = category != null
                && Preconditions.isId(category)
                && scanner.categories().contains(new Category(category));
        must(declared, "category must be one that the scanner declares, " + scanner.categories());
    }

    private void confidence(@Nullable BigDecimal confidence) {
        if (confidence != null) {
            must(
                    confidence.signum() >= 0 && confidence.compareTo(BigDecimal.ONE) <= 0,
                    "confidence must be from 0 to 1");
            must(confidence.scale() <= 6, "confidence must have at most six digits after the point");
        }
    }

    private void place(FindingDraft draft) {
        must(draft.firstLine() >= 0 && draft.lastLine() >= 0, "lines must not be negative");
        must(draft.firstColumn() >= 0 && draft.lastColumn() >= 0, "columns must not be negative");
        must(draft.lastLine() == 0 || draft.firstLine() > 0, "lastLine must not stand without firstLine");
        must(draft.lastLine() == 0 || draft.lastLine() >= draft.firstLine(), "lastLine must not be before firstLine");
        must(draft.firstColumn() == 0 || draft.firstLine() > 0, "firstColumn must not stand without a line");
        must(draft.lastColumn() == 0 || draft.firstColumn() > 0, "lastColumn must not stand without firstColumn");
        String path = draft.path();
        if (path == null) {
            must(draft.firstLine() == 0, "firstLine must not stand without a path");
            return;
        }
        MemoryFile file = file(path);
        must(file != null, "path must be that of a file at head, in RepoPath's spelling");
        if (file != null && violations.isEmpty()) {
            linesOf(path, file, draft);
        }
    }

    private @Nullable MemoryFile file(String path) {
        try {
            return head.get(new RepoPath(path));
        } catch (ImprimaturException notAPath) {
            return null;
        }
    }

    private void linesOf(String path, MemoryFile file, FindingDraft draft) {
        List<String> lines = linesByPath.computeIfAbsent(
                path, first -> file.mode() == FileMode.SUBMODULE ? List.of() : file.lines());
        int first = draft.firstLine();
        int last = Math.max(first, draft.lastLine());
        // An empty file has a first line to point at.
        boolean exist = last <= Math.max(1, lines.size());
        must(exist, "lines must be in the file, which has " + lines.size() + ", but were " + first + "-" + last);
        if (exist && first > 0) {
            must(draft.firstColumn() <= widest(lines, first), "firstColumn must be on its line");
            must(draft.lastColumn() <= widest(lines, last), "lastColumn must be on its line");
            must(
                    first != last || draft.lastColumn() == 0 || draft.lastColumn() >= draft.firstColumn(),
                    "lastColumn must not be before firstColumn");
        }
    }

    /** The last column of a line, and one more for its end: bytes, as no encoding has more characters than bytes. */
    private static int widest(List<String> lines, int line) {
        return line > lines.size() ? 1 : lines.get(line - 1).length() + 1;
    }

    private void must(boolean holds, String rule) {
        if (!holds) {
            violations.add(rule);
        }
    }
}
