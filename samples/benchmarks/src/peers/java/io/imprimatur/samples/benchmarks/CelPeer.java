package io.imprimatur.samples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CEL: one program for each rule, run on each finding; path patterns are a function, compiled before. */
final class CelPeer implements Pairs.Source {
    private final List<CelRuntime.Program> programs = new ArrayList<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();

    CelPeer(RuleSample sample) {
        ImmutableList<Pattern> patterns = sample.shapes().stream()
                .map(shape -> PlainLoop.pattern(shape.path()))
                .collect(ImmutableList.toImmutableList());
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("severity", SimpleType.INT)
                .addVar("category", SimpleType.STRING)
                .addVar("path", SimpleType.STRING)
                .addVar("share", SimpleType.INT)
                .addVar("model", SimpleType.STRING)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "within",
                        CelOverloadDecl.newGlobalOverload(
                                "within_string_int", SimpleType.BOOL, SimpleType.STRING, SimpleType.INT)))
                .build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .addFunctionBindings(CelFunctionBinding.from(
                        "within_string_int", String.class, Long.class, (path, pattern) -> patterns.get(pattern.intValue())
                                .matcher(path)
                                .matches()))
                .build();
        try {
            for (RuleSample.RuleShape shape : sample.shapes()) {
                String models = shape.models().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
                programs.add(runtime.createProgram(compiler.compile("severity >= " + number(shape.severity())
                                + " && category == '" + shape.category() + "' && share >= " + shape.share()
                                + " && model in [" + models + "] && within(path, " + programs.size() + ")")
                        .getAst()));
            }
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalStateException(broken);
        }
        for (Finding finding : sample.findings()) {
            facts.add(Map.of(
                    "severity",
                    number(finding.severity()),
                    "category",
                    finding.category().id(),
                    "path",
                    String.valueOf(finding.location()).replaceFirst(":[0-9]+$", ""),
                    "share",
                    (long) sample.share(),
                    "model",
                    sample.model()));
        }
    }

    static long number(Severity severity) {
        return Arrays.asList(Severity.values()).indexOf(severity);
    }

    @Override
    public void giveTo(Pairs pairs) {
        try {
            for (int rule = 0; rule < programs.size(); rule++) {
                for (int finding = 0; finding < facts.size(); finding++) {
                    if (Boolean.TRUE.equals(programs.get(rule).eval(facts.get(finding)))) {
                        pairs.add(rule, finding);
                    }
                }
            }
        } catch (CelEvaluationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
