package io.imprimatur.semgrep;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.SearchPath;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scanner works.
 *
 * @param executable the program; absent where it is looked for in the search path
 * @param searchPath where programs are
 * @param report a report that another job wrote; absent where the tool is run
 * @param roots where that job saw the root of the repository, absolute
 * @param ownRules whether the rules of the module take part
 * @param callerRules files and folders with rules of the caller, absolute
 * @param options what the tool may take
 * @param temporary where temporary folders are made; absent where the system keeps them
 */
record SemgrepSettings(
        @Nullable Path executable,
        SearchPath searchPath,
        @Nullable ReportSource report,
        List<String> roots,
        boolean ownRules,
        List<Path> callerRules,
        SemgrepOptions options,
        @Nullable Path temporary) {

    /** The rules, read anew, as the files of the caller may change. */
    RuleSet rules() {
        RuleSet own = ownRules ? RuleSet.own() : RuleSet.none();
        return callerRules.isEmpty() ? own : own.and(RuleSet.in(callerRules));
    }
}
