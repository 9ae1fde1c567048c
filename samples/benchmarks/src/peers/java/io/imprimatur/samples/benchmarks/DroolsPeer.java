package io.imprimatur.samples.benchmarks;

import io.imprimatur.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * Drools: an executable model that was built before; a session for each run, since it keeps what it was told. Public, as its
 * facts are, for the code that Drools writes.
 */
public final class DroolsPeer implements Pairs.Source {
    private final KieBase rules;
    private final ChangeFact change;
    private final List<FindingFact> facts = new ArrayList<>();

    /** What holds of the change, as a fact. */
    public static final class ChangeFact {
        private final int share;
        private final String model;

        ChangeFact(int share, String model) {
            this.share = share;
            this.model = model;
        }

        public int getShare() {
            return share;
        }

        public String getModel() {
            return model;
        }
    }

    /** A finding, as a fact. */
    public static final class FindingFact {
        private final int number;
        private final long severity;
        private final String category;
        private final String path;
        private final List<Pattern> patterns;

        FindingFact(int number, long severity, String category, String path, List<Pattern> patterns) {
            this.number = number;
            this.severity = severity;
            this.category = category;
            this.path = path;
            this.patterns = patterns;
        }

        public int getNumber() {
            return number;
        }

        public long getSeverity() {
            return severity;
        }

        public String getCategory() {
            return category;
        }

        /** Whether it is in a path that matches a pattern. */
        public boolean within(int pattern) {
            return patterns.get(pattern).matcher(path).matches();
        }
    }

    /** Is told what fires. */
    public static final class Fired {
        private final Pairs pairs;

        Fired(Pairs pairs) {
            this.pairs = pairs;
        }

        /** A rule, on a finding. */
        public void on(int rule, int finding) {
            pairs.add(rule, finding);
        }
    }

    DroolsPeer(RuleSample sample) {
        StringBuilder text = new StringBuilder("package sample;\n");
        for (Class<?> type : List.of(ChangeFact.class, FindingFact.class, Fired.class)) {
            text.append("import ").append(type.getCanonicalName()).append(";\n");
        }
        text.append("global Fired fired;\n");
        int number = 0;
        for (RuleSample.RuleShape shape : sample.shapes()) {
            String models = shape.models().stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
            text.append("rule \"rule-" + number + "\" when\n  ChangeFact(share >= " + shape.share() + ", model in ("
                    + models + "))\n  $finding : FindingFact(category == \"" + shape.category() + "\", severity >= "
                    + CelPeer.number(shape.severity()) + ", within(" + number + "))\nthen\n  fired.on(" + number
                    + ", $finding.getNumber());\nend\n");
            number++;
        }
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/sample/rules.drl", text.toString());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        rules = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        change = new ChangeFact(sample.share(), sample.model());
        List<Pattern> patterns = sample.shapes().stream()
                .map(shape -> PlainLoop.pattern(shape.path()))
                .toList();
        for (Finding finding : sample.findings()) {
            facts.add(new FindingFact(
                    facts.size(),
                    CelPeer.number(finding.severity()),
                    finding.category().id(),
                    String.valueOf(finding.location()).replaceFirst(":[0-9]+$", ""),
                    patterns));
        }
    }

    @Override
    public void giveTo(Pairs pairs) {
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("fired", new Fired(pairs));
            session.insert(change);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
