package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The columns that some filter asks for, all but category and severity ({@link Reach}). */
final class Columns {
    private final List<FindingFilter> filters;

    private Columns(List<FindingFilter> filters) {
        this.filters = filters;
    }

    static List<Column<?>> of(
            List<FindingFilter> filters, GlobAutomaton paths, BiFunction<LicenseTest, String, Truth> licenses) {
        Columns columns = new Columns(filters);
        List<Column<?>> asked = new ArrayList<>();
        if (!paths.isEmpty()) {
            asked.add(columns.patterns(Columns::path, paths));
        }
        boolean rules = false;
        boolean scanners = false;
        boolean origins = false;
        boolean fixes = false;
        boolean confidences = false;
        boolean weaknesses = false;
        boolean vulnerabilities = false;
        boolean packages = false;
        boolean licensed = false;
        for (FindingFilter filter : filters) {
            rules |= !filter.rules().isEmpty();
            scanners |= !filter.scanners().isEmpty();
            origins |= filter.introducedOnly();
            fixes |= filter.fixable() != null;
            confidences |= filter.confidence() != null;
            weaknesses |= !filter.cwe().isEmpty();
            vulnerabilities |= !filter.cve().isEmpty();
            packages |= !filter.packages().isEmpty();
            licensed |= filter.license() != null;
        }
        if (rules) {
            asked.add(columns.patterns(Finding::rule, columns.automaton(FindingFilter::rules)));
        }
        if (scanners) {
            asked.add(columns.scanners());
        }
        if (origins) {
            asked.add(columns.origins());
        }
        if (fixes) {
            asked.add(columns.fixes());
        }
        if (confidences) {
            asked.add(columns.confidences());
        }
        if (weaknesses) {
            asked.add(columns.weaknesses());
        }
        if (vulnerabilities) {
            asked.add(columns.vulnerabilities());
        }
        if (packages) {
            asked.add(columns.patterns(Finding::component, columns.automaton(FindingFilter::packages)));
        }
        if (licensed) {
            asked.add(columns.licenses(licenses));
        }
        return asked;
    }

    private static @Nullable String path(Finding finding) {
        return finding.location() == null ? null : finding.location().path().text();
    }

    private long[] where(Predicate<FindingFilter> wanted) {
        return Bits.where(filters.size(), filter -> wanted.test(filters.get(filter)));
    }

    /** What is not known leaves every filter possible; only those that do not ask are certain. */
    private Row unknown(Predicate<FindingFilter> doesNotAsk) {
        return new Row(where(any -> true), where(doesNotAsk));
    }

    private GlobAutomaton automaton(Function<FindingFilter, List<Glob>> patterns) {
        return GlobAutomaton.of(filters, patterns);
    }

    private Column<String> patterns(Column.Property<String> property, GlobAutomaton automaton) {
        Row absent = new Row(where(any -> true), automaton.unasked());
        return new Column<>(property, text -> Row.known(automaton.passed(text)), absent);
    }

    private Column<List<String>> vulnerabilities() {
        GlobAutomaton automaton = automaton(FindingFilter::cve);
        return listed(Finding::cve, automaton.unasked(), automaton::passed);
    }

    private Column<List<String>> weaknesses() {
        long[] unasked = where(filter -> filter.cwe().isEmpty());
        Map<String, long[]> asking = new HashMap<>();
        for (int i = 0; i < filters.size(); i++) {
            for (String cwe : filters.get(i).cwe()) {
                Bits.set(asking.computeIfAbsent(cwe, any -> unasked.clone()), i);
            }
        }
        return listed(Finding::cwe, unasked, cwe -> asking.getOrDefault(cwe, unasked));
    }

    /** One of a list is enough. */
    private static Column<List<String>> listed(
            Column.Property<List<String>> property, long[] unasked, Function<String, long[]> passed) {
        return new Column<>(
                property,
                values -> {
                    long[] any = unasked.clone();
                    values.forEach(value -> Bits.add(any, passed.apply(value)));
                    return Row.known(any);
                },
                Row.known(unasked));
    }

    private Column<String> scanners() {
        Row others = Row.known(where(filter -> filter.scanners().isEmpty()));
        Map<String, Row> rows = new HashMap<>();
        for (FindingFilter filter : filters) {
            for (String scanner : filter.scanners()) {
                rows.computeIfAbsent(
                        scanner,
                        id -> Row.known(where(each ->
                                each.scanners().isEmpty() || each.scanners().contains(id))));
            }
        }
        return new Column<>(Finding::scanner, scanner -> rows.getOrDefault(scanner, others), others);
    }

    private Column<Boolean> origins() {
        Row before = Row.known(where(filter -> !filter.introducedOnly()));
        Row all = Row.known(where(any -> true));
        return new Column<>(finding -> finding.origin() == Origin.PRE_EXISTING, is -> is ? before : all, all);
    }

    private Column<Boolean> fixes() {
        Row with = Row.known(where(filter -> !Boolean.FALSE.equals(filter.fixable())));
        Row without = Row.known(where(filter -> !Boolean.TRUE.equals(filter.fixable())));
        return new Column<>(finding -> finding.fix() != null, has -> has ? with : without, without);
    }

    private Column<Ratio> confidences() {
        TreeMap<Ratio, Row> rows = new TreeMap<>();
        rows.put(Ratio.ZERO, sure(Ratio.ZERO));
        for (FindingFilter filter : filters) {
            Ratio bound = filter.confidence();
            if (bound != null) {
                rows.computeIfAbsent(bound, this::sure);
            }
        }
        // Between two bounds that are asked for nothing changes.
        return new Column<>(
                Finding::confidence,
                given -> rows.floorEntry(given).getValue(),
                unknown(filter -> filter.confidence() == null));
    }

    private Row sure(Ratio given) {
        return Row.known(where(filter -> filter.confidence() == null || given.compareTo(filter.confidence()) >= 0));
    }

    private Column<String> licenses(BiFunction<LicenseTest, String, Truth> meets) {
        Row absent = unknown(filter -> filter.license() == null);
        Map<LicenseTest, long[]> asking = new HashMap<>();
        for (int i = 0; i < filters.size(); i++) {
            LicenseTest test = filters.get(i).license();
            if (test != null) {
                Bits.set(asking.computeIfAbsent(test, any -> Bits.none(filters.size())), i);
            }
        }
        return new Column<>(
                Finding::license,
                license -> {
                    long[] possible = absent.certain.clone();
                    long[] certain = absent.certain.clone();
                    asking.forEach((test, those) -> {
                        Truth truth = meets.apply(test, license);
                        if (truth != Truth.FALSE) {
                            Bits.add(possible, those);
                        }
                        if (truth == Truth.TRUE) {
                            Bits.add(certain, those);
                        }
                    });
                    return new Row(possible, certain);
                },
                absent);
    }
}
