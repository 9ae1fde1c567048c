package io.imprimatur.samples.gate;

import io.imprimatur.core.sarif.SarifProvider;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.error.Preconditions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code --sarif} names: reports that other jobs wrote, each of a scanner with an id of its own. */
final class SarifReports {
    private SarifReports() {}

    /**
     * A scanner for each id, of all the reports under it.
     *
     * @param named as {@code ID=FILE}, or a file whose name without its ending is the id
     * @param repository where the tools may have seen the repository
     */
    static Scanners scanners(List<String> named, Path repository) {
        Map<String, SarifProvider.Builder> builders = new LinkedHashMap<>();
        for (String one : named) {
            int equals = one.indexOf('=');
            boolean hasId = equals > 0 && Preconditions.isId(one.substring(0, equals));
            Path file = Path.of(hasId ? one.substring(equals + 1) : one);
            String id = hasId ? one.substring(0, equals) : id(file);
            builders.computeIfAbsent(id, absent -> SarifProvider.builder(id).root(absolute(repository)))
                    .report(file);
        }
        List<SarifProvider> providers = new ArrayList<>();
        builders.values().forEach(builder -> providers.add(builder.build()));
        return Scanners.of(providers);
    }

    private static String absolute(Path repository) {
        return repository.toAbsolutePath().normalize().toString();
    }

    /** {@code codeql} for {@code build/CodeQL.sarif}; {@code sarif} where the name is no id. */
    private static String id(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String id = dot < 0 ? name : name.substring(0, dot);
        return Preconditions.isId(id) ? id : "sarif";
    }
}
