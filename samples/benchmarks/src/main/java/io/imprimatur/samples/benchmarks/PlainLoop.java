package io.imprimatur.samples.benchmarks;

import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.Glob;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every rule against every finding, as one would write it by hand. */
final class PlainLoop implements Pairs.Source {
    private final List<Rule> rules;
    private final List<Finding> findings;
    private final int share;
    private final String model;

    private record Rule(Category category, Severity severity, Pattern path, int share, Set<String> models) {}

    PlainLoop(RuleSample sample) {
        rules = sample.shapes().stream()
                .map(shape -> new Rule(
                        shape.category(),
                        shape.severity(),
                        pattern(shape.path()),
                        shape.share(),
                        Set.copyOf(shape.models())))
                .toList();
        findings = sample.findings();
        share = sample.share();
        model = sample.model();
    }

    @Override
    public void giveTo(Pairs pairs) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            for (int j = 0; j < findings.size(); j++) {
                Finding finding = findings.get(j);
                if (finding.severity().compareTo(rule.severity()) >= 0
                        && finding.category().equals(rule.category())
                        && share >= rule.share()
                        && rule.models().contains(model)
                        && isIn(rule.path(), finding.location())) {
                    pairs.add(i, j);
                }
            }
        }
    }

    private static boolean isIn(Pattern path, @Nullable Location location) {
        return location != null && path.matcher(location.path().text()).matches();
    }

    /** A pattern of the sample as a regular expression. */
    static Pattern pattern(Glob glob) {
        return Pattern.compile(glob.pattern()
                .replace(".", "\\.")
                .replace("**/", "(?:FOLDER/)#")
                .replace("/**", "/.+")
                .replace("*", "[^/]*")
                .replace("#", "*")
                .replace("FOLDER", "[^/]+"));
    }
}
