package io.imprimatur.snyk;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project as npm leaves it behind; its dependencies are written {@code name@version}. */
final class Shop {
    private Shop() {}

    static String manifest(String... dependencies) {
        return """
                {
                  "name": "shop",
                  "version": "1.0.0",
                  "dependencies": { %s }
                }
                """.formatted(quoted(dependencies));
    }

    /** Each needs the next; the shop needs all. */
    static String lock(String... dependencies) {
        String packages = IntStream.range(0, dependencies.length)
                .mapToObj(i -> """
                        ,
                            "node_modules/%s": { "version": "%s", "dependencies": { %s } }""".formatted(
                                name(dependencies[i]),
                                version(dependencies[i]),
                                i + 1 < dependencies.length ? quoted(dependencies[i + 1]) : ""))
                .collect(Collectors.joining());
        return """
                {
                  "name": "shop",
                  "version": "1.0.0",
                  "lockfileVersion": 3,
                  "requires": true,
                  "packages": {
                    "": { "name": "shop", "version": "1.0.0", "dependencies": { %s } }%s
                  }
                }
                """.formatted(quoted(dependencies), packages);
    }

    private static String quoted(String... dependencies) {
        return Stream.of(dependencies)
                .map(dependency -> "\"" + name(dependency) + "\": \"" + version(dependency) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String name(String dependency) {
        return dependency.substring(0, dependency.lastIndexOf('@'));
    }

    private static String version(String dependency) {
        return dependency.substring(dependency.lastIndexOf('@') + 1);
    }
}
