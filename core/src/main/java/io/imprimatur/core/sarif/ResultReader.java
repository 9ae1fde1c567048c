package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.Region;
import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result (3.27) while it is read; a new one for each. */
final class ResultReader {
    private static final int MOST_TAGS = 100;
    private static final int MOST_SUPPRESSIONS = 100;

    private final JsonStream json;
    private final RunContext context;
    private @Nullable Reference rule;
    private @Nullable String ruleId;
    private int ruleIndex = -1;
    private int invocation = -1;
    private @Nullable String level;
    private @Nullable String kind;
    private @Nullable String baseline;
    private @Nullable String score;
    private @Nullable Words message;
    private @Nullable ArtifactReader target;
    private @Nullable String fix;
    private final List<SarifSuppression> suppressions = new ArrayList<>(0);
    private final List<SarifLocation> locations = new ArrayList<>(1);
    private final List<SarifLocation> flow = new ArrayList<>(0);
    private final List<String> tags = new ArrayList<>(0);
    private final List<String> cwe = new ArrayList<>(0);
    private int moreLocations;
    private int flows;

    private ResultReader(JsonStream json, RunContext context) {
        this.json = json;
        this.context = context;
    }

    static SarifResult read(JsonStream json, RunContext context, int run, int index) {
        ResultReader result = new ResultReader(json, context);
        if (!json.object(result::member)) {
            throw json.refuse("must be a result", "null", "check that the report is complete");
        }
        return result.made(run, index);
    }

    private void member(String key) {
        switch (key) {
            case "ruleId" -> ruleId = Reference.id(json);
            case "ruleIndex" -> ruleIndex = Numbers.index(json);
            case "rule" -> rule = Reference.read(json);
            case "provenance" -> Loose.object(json, this::provenance);
            case "level" -> level = json.scalar();
            case "kind" -> kind = json.scalar();
            case "baselineState" -> baseline = Loose.scalar(json);
            case "message" -> message = Words.of(json);
            case "suppressions" -> Loose.array(json, this::suppression);
            case "locations" -> Loose.array(json, this::location);
            case "analysisTarget" -> target = ArtifactReader.read(json);
            case "codeFlows" -> Loose.array(json, this::codeFlow);
            case "fixes" -> Loose.array(json, this::fix);
            case "taxa" -> Loose.array(json, this::taxon);
            case "properties" -> Loose.object(json, this::property);
            default -> {}
        }
    }

    private void provenance(String key) {
        if (key.equals("invocationIndex")) {
            invocation = Numbers.index(json);
        }
    }

    private void location() {
        if (locations.size() < SarifResult.MAX_LOCATIONS) {
            locations.add(LocationReader.read(json, context));
        } else {
            moreLocations++;
        }
    }

    private void suppression() {
        String[] said = new String[2];
        List<SarifLocation> at = new ArrayList<>(1);
        Loose.object(json, key -> {
            switch (key) {
                case "kind" -> said[0] = Loose.scalar(json);
                case "status" -> said[1] = Loose.scalar(json);
                case "location" -> at.add(LocationReader.read(json, context));
                default -> {}
            }
        });
        SarifSuppression suppression =
                new SarifSuppression(said[0] == null ? "" : said[0], said[1], at.isEmpty() ? null : at.get(0));
        if (suppressions.size() < MOST_SUPPRESSIONS) {
            suppressions.add(suppression);
        } else if (suppression.isRefused()) {
            suppressions.set(MOST_SUPPRESSIONS - 1, suppression); // one that is refused decides
        }
    }

    private void codeFlow() {
        if (flows++ > 0) {
            return;
        }
        Loose.object(json, key -> {
            if (key.equals("threadFlows")) {
                Loose.array(json, () -> {
                    if (flow.isEmpty()) {
                        Loose.object(json, this::threadFlow);
                    }
                });
            }
        });
    }

    private void threadFlow(String key) {
        if (key.equals("locations")) {
            Loose.array(
                    json,
                    () -> Loose.object(json, inner -> {
                        if (inner.equals("location")) {
                            SarifLocation step = LocationReader.read(json, context);
                            if (flow.size() == 2) {
                                flow.set(1, step);
                            } else {
                                flow.add(step);
                            }
                        }
                    }));
        }
    }

    private void fix() {
        Loose.object(json, key -> {
            if (key.equals("description") && fix == null) {
                fix = Words.of(json)
                        .resolve(
                                context.tool().driver().messages, context.tool().driver().messages);
            }
        });
    }

    private void taxon() {
        Reference taxon = Reference.read(json);
        Component taxonomy = taxon.componentIndex >= 0
                        && taxon.componentIndex < context.taxonomies().size()
                ? context.taxonomies().get(taxon.componentIndex)
                : null;
        String name = taxonomy == null ? String.valueOf(taxon.componentName) : taxonomy.name;
        Rule described = taxonomy == null ? null : taxonomy.at(taxon.index);
        String id = taxon.id == null && described != null ? described.id() : taxon.id;
        if (id != null) {
            Weaknesses.addTaxon(name, id, cwe);
        }
    }

    private void property(String key) {
        switch (key) {
            case "security-severity" -> score = Loose.scalar(json);
            case "tags" -> tags.addAll(Loose.texts(json, MOST_TAGS));
            case "cwe", "cwe_ids", "CWE" ->
                Loose.texts(json, MOST_TAGS).forEach(text -> Weaknesses.addTaxon("CWE", text, cwe));
            default -> {}
        }
    }

    private SarifResult made(int run, int index) {
        Reference meant = rule == null ? new Reference() : rule;
        meant.id = meant.id == null ? ruleId : meant.id;
        meant.index = meant.index < 0 ? ruleIndex : meant.index;
        Rule described = context.tool().rule(meant);
        String id = ruleId != null ? ruleId : meant.id != null ? meant.id : described == null ? "" : described.id();
        Rule known = described == null ? Rule.unknown(id) : described;
        String configured = context.overrides().level(described, id, invocation);
        String raw = level(configured);
        Severity byScore = known.severity() == null ? Levels.byScore(score) : known.severity();
        if (locations.isEmpty() && target != null) {
            locations.add(new SarifLocation(target.in(context), Region.NONE, null, null));
        }
        return new SarifResult(
                run,
                index,
                context.run().tool(),
                id,
                known.name(),
                known.description(),
                both(known.tags(), tags),
                raw,
                level != null || configured != null || byScore != null,
                byScore == null ? Levels.byLevel(raw) : byScore,
                kind == null ? "fail" : kind,
                baseline,
                suppressions,
                message == null
                        ? ""
                        : message.resolve(known.messages(), context.tool().driver().messages),
                locations,
                moreLocations,
                flow.size() == 2 ? flow : List.of(),
                cwe(known),
                known.cve(),
                fix == null || fix.isBlank() ? null : fix);
    }

    /** The level of a result (3.27.10), where {@code configured} is that of its rule. */
    private String level(@Nullable String configured) {
        if (level != null) {
            return level;
        }
        if (kind != null && !kind.equalsIgnoreCase("fail")) {
            return "none";
        }
        return configured == null ? "warning" : configured;
    }

    private List<String> cwe(Rule described) {
        if (cwe.isEmpty() && tags.isEmpty()) {
            return described.cwe();
        }
        List<String> all = new ArrayList<>(described.cwe());
        all.addAll(cwe);
        tags.forEach(tag -> Weaknesses.addCwe(tag, all));
        return all.stream().distinct().toList();
    }

    private static List<String> both(List<String> first, List<String> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
