package io.imprimatur.core.policy.cases;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Policy;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what scanners found and did not cover. Unless a case says which scanners ran, those did that the policy or the
 * case names, and one more, each looking for everything that the policy asks for.
 */
final class ScansReader {
    private static final String SCANNER = "scanner";

    /** The most findings that all cases of a file may have together. */
    private static final int MOST_TOGETHER = 100_000;

    private final Problems problems;
    private final Values values;
    private final Asked asked;
    private int together;

    ScansReader(Problems problems, Values values, Policy policy) {
        this.problems = problems;
        this.values = values;
        asked = Asked.of(policy);
    }

    /** Some findings that are alike; {@code scanner} is absent where any will do. */
    private record Found(@Nullable String scanner, Finding finding, int count) {}

    /** Something that was not covered, by a scanner or by each. */
    private record Missed(@Nullable String scanner, Gap gap) {}

    List<ScanReport> read(@Nullable Node scanners, @Nullable Node findings, @Nullable Node gaps, RepoPath first) {
        List<Found> found = values.list(findings, item -> found(item, first));
        List<Missed> missed = values.list(gaps, this::missed);
        Set<Category> categories = new TreeSet<>(asked.categories());
        found.forEach(each -> categories.add(each.finding().category()));
        missed.forEach(each -> addPresent(each.gap().category(), categories));
        Map<String, List<Category>> covers = new TreeMap<>();
        if (scanners == null) {
            Set<String> names = new TreeSet<>(asked.scanners());
            names.add(SCANNER);
            found.forEach(each -> addPresent(each.scanner(), names));
            missed.forEach(each -> addPresent(each.scanner(), names));
            names.forEach(name -> covers.put(name, List.copyOf(categories)));
        } else {
            items(scanners).forEach(item -> scanner(item, categories, covers));
            refuseOthers(findings, "scanner", covers.keySet());
            refuseOthers(gaps, "scanner", covers.keySet());
        }
        return covers.entrySet().stream()
                .map(scanner -> report(scanner.getKey(), scanner.getValue(), found, missed, covers.keySet()))
                .toList();
    }

    private static <T> void addPresent(@Nullable T value, Set<T> all) {
        if (value != null) {
            all.add(value);
        }
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    }

    private void scanner(Node node, Set<Category> all, Map<String, List<Category>> covers) {
        if (node instanceof Node.Text) {
            String id = values.id(node);
            if (id != null) {
                covers.put(id, List.copyOf(all));
            }
            return;
        }
        Section section = Section.of(node, CaseVocabulary.SCANNER, problems);
        if (section != null) {
            String id = values.id(section.get("id"));
            List<Category> categories = values.list(section.get("covers"), this::category);
            if (id != null) {
                covers.put(id, categories.isEmpty() ? List.copyOf(all) : categories);
            }
        }
    }

    /** Where a case says which scanners ran, no other can have said anything. */
    private void refuseOthers(@Nullable Node list, String key, Set<String> known) {
        for (Node item : list == null ? List.<Node>of() : items(list)) {
            Node named = item instanceof Node.Mapping mapping ? mapping.get(key) : null;
            if (named instanceof Node.Text text && !known.contains(text.value())) {
                problems.refuse(named, "must be one of the scanners of the case", "add it under scanners");
            }
        }
    }

    private static ScanReport report(
            String scanner, List<Category> categories, List<Found> found, List<Missed> missed, Set<String> all) {
        String usual = all.contains(SCANNER) ? SCANNER : all.iterator().next();
        List<Finding> findings = new ArrayList<>();
        for (Found each : found) {
            String by = each.scanner() == null ? usual : each.scanner();
            for (int i = 0; i < each.count() && by.equals(scanner); i++) {
                findings.add(numbered(each.finding(), scanner, findings.size()));
            }
        }
        List<Gap> gaps = missed.stream()
                .filter(each -> each.scanner() == null || each.scanner().equals(scanner))
                .map(Missed::gap)
                .toList();
        return new ScanReport(new ScannerDescriptor(scanner, "1", categories), findings, new Coverage(gaps));
    }

    /** The same finding once more: another defect, so with a fingerprint of its own. */
    private static Finding numbered(Finding finding, String scanner, int number) {
        Fingerprint fingerprint = new Fingerprint(Digest.of((scanner + " " + number).getBytes(StandardCharsets.UTF_8)));
        return new Finding(
                scanner,
                finding.rule(),
                finding.message(),
                finding.severity(),
                finding.category(),
                finding.confidence(),
                finding.location(),
                fingerprint,
                finding.origin(),
                finding.cwe(),
                finding.cve(),
                finding.component(),
                finding.license(),
                finding.fix());
    }

    private @Nullable Found found(Node node, RepoPath first) {
        Section section = Section.of(node, CaseVocabulary.FINDING, problems);
        if (section == null) {
            return null;
        }
        int before = problems.count();
        Category category = category(section.get("category"));
        Severity severity = values.choice(section.get("severity"), Severity.values(), Severity.HIGH);
        Ratio confidence = confidence(section.get("confidence"));
        String rule = values.words(section.get("rule"), 250);
        String scanner = values.id(section.get("scanner"));
        RepoPath path = values.of(section.get("path"), RepoPath::new);
        int line = values.whole(section.get("line"), 1, CaseVocabulary.MOST_LINES, 1);
        Origin origin = origin(section.get("introduced"));
        String message = values.words(section.get("message"), 4000);
        List<String> cwe = values.list(section.get("cwe"), values::text);
        List<String> cve = values.list(section.get("cve"), values::text);
        String component = values.words(section.get("package"), 1000);
        String license = values.words(section.get("license"), 1000);
        String fix = values.words(section.get("fix"), 4000);
        int count = values.whole(section.get("count"), 1, CaseVocabulary.MOST_ALIKE, 1);
        together += count;
        if (together > MOST_TOGETHER) {
            problems.addFromPolicy(node.problem("more than " + MOST_TOGETHER + " findings in all cases together")
                    .remedy("give fewer"));
        }
        if (category == null || problems.count() != before) {
            return null;
        }
        try {
            Finding finding = new Finding(
                    scanner == null ? SCANNER : scanner,
                    rule == null ? category.id() : rule,
                    message == null ? "found by the case: " + category : message,
                    severity,
                    category,
                    confidence,
                    Location.of(path == null ? first : path, LineRange.of(line)),
                    new Fingerprint(Digest.of(new byte[0])),
                    origin,
                    cwe,
                    cve,
                    component,
                    license,
                    fix);
            return new Found(scanner, finding, count);
        } catch (ImprimaturException refused) {
            for (Problem problem : refused.problems()) {
                problems.addFromPolicy(
                        node.problem(problem.field() + ": " + problem.message()).value(problem.value()));
            }
            return null;
        }
    }

    /** Unless said otherwise its scanner is sure; {@code unknown} where it does not say. */
    private @Nullable Ratio confidence(@Nullable Node node) {
        if (node == null) {
            return Ratio.ONE;
        }
        boolean unsaid = node instanceof Node.Text text && text.value().equals("unknown");
        return unsaid ? null : values.of(node, Words::share);
    }

    private Origin origin(@Nullable Node node) {
        if (node instanceof Node.Text text && text.value().equals("unknown")) {
            return Origin.UNKNOWN;
        }
        return node == null || values.flag(node, "must be true, false or unknown")
                ? Origin.INTRODUCED
                : Origin.PRE_EXISTING;
    }

    private @Nullable Missed missed(Node node) {
        Section section = Section.of(node, CaseVocabulary.GAP, problems);
        if (section == null) {
            return null;
        }
        String scanner = values.id(section.get("scanner"));
        Category category = category(section.get("category"));
        RepoPath path = values.of(section.get("path"), RepoPath::new);
        Gap.Cause cause = values.choice(section.get("cause"), Gap.Cause.values(), Gap.Cause.FAILED);
        return new Missed(scanner, new Gap(cause, path, category, "not covered in the case"));
    }

    private @Nullable Category category(@Nullable Node node) {
        String id = values.id(node);
        return id == null ? null : new Category(id);
    }
}
