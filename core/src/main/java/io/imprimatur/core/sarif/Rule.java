package io.imprimatur.core.sarif;

import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a {@code reportingDescriptor} (3.49).
 *
 * @param level of its default configuration; absent where none is written
 * @param isOn whether it runs unless somebody switches it off
 * @param severity by its {@code security-severity}; absent where it has none that is a number
 * @param messages its message strings, by id
 */
record Rule(
        String id,
        @Nullable String guid,
        @Nullable String name,
        @Nullable String description,
        @Nullable String level,
        boolean isOn,
        @Nullable Severity severity,
        List<String> tags,
        List<String> cwe,
        List<String> cve,
        Map<String, String> messages) {

    /** A rule of which nothing but its id is known. */
    static Rule unknown(String id) {
        List<String> cwe = new ArrayList<>();
        List<String> cve = new ArrayList<>();
        Weaknesses.addCwe(id, cwe);
        Weaknesses.addCve(id, cve);
        return new Rule(id, null, null, null, null, true, null, List.of(), cwe, cve, Map.of());
    }
}
