package io.imprimatur.snyk;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.SearchPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a scanner works.
 *
 * @param executable the program, or the script of its npm package; absent where it is looked for in the search path
 * @param searchPath where programs are
 * @param reports reports that other jobs wrote; none where the tool is run
 * @param roots where those jobs saw the root of the repository, absolute
 * @param endpoint Snyk's service; absent where the tool knows it
 * @param organization of which the tests are; absent where it is that of the token
 * @param code whether the code is tested too
 * @param builds whether the tool may run the repository's own builds
 * @param development whether dependencies count that only development needs
 * @param freshFor how long an answer may be kept
 * @param environment further variables for the tool
 * @param temporary where temporary folders are made; absent where the system keeps them
 */
record SnykSettings(
        @Nullable Path executable,
        SearchPath searchPath,
        List<ReportSource> reports,
        List<String> roots,
        @Nullable URI endpoint,
        @Nullable String organization,
        boolean code,
        boolean builds,
        boolean development,
        Duration freshFor,
        SortedMap<String, String> environment,
        @Nullable Path temporary) {}
