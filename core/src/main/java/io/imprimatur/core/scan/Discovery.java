package io.imprimatur.core.scan;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.scan.ScannerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The service loader, with its errors made ours. */
final class Discovery {
    /** The loader may meet the same error for ever: it promises no more than its best after the first. */
    private static final int MOST_PROBLEMS = 100;

    private Discovery() {}

    static List<ScannerProvider> in(ClassLoader loader) {
        return all(ServiceLoader.load(ScannerProvider.class, loader));
    }

    static List<ScannerProvider> in(ModuleLayer layer) {
        return all(ServiceLoader.load(layer, ScannerProvider.class));
    }

    private static List<ScannerProvider> all(ServiceLoader<ScannerProvider> services) {
        List<ScannerProvider> providers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        var found = services.iterator();
        boolean more = true;
        while (more && problems.size() < MOST_PROBLEMS) {
            try {
                more = found.hasNext();
                if (more) {
                    providers.add(found.next());
                }
            } catch (ServiceConfigurationError error) {
                problems.add(problem(error));
            } catch (LinkageError error) {
                // The message of these is the name of the class that is missing or wrong.
                problems.add(Problem.of("a scanner cannot be loaded: " + Failures.name(error))
                        .in(ScannerProvider.class.getName())
                        .value(error.getMessage())
                        .remedy("put what it needs beside it, or take it away"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ImprimaturException(
                    ErrorCode.SCANNER_UNUSABLE, problems.stream().distinct().toList());
        }
        return providers;
    }

    /** The message is the JDK's and names the class, or the file and the line; what the class itself says stays inside. */
    private static Problem problem(ServiceConfigurationError error) {
        Throwable cause = error.getCause();
        return Problem.of(error.getMessage() + (cause == null ? "" : " (" + Failures.name(cause) + ")"))
                .remedy("mend the scanner or take it away");
    }
}
