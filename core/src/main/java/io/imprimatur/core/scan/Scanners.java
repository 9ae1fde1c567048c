package io.imprimatur.core.scan;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scanners of a gate, ordered by id, each id once. Found beside the application, handed over, or both:
 *
 * <pre>{@code
 * Scanners scanners = Scanners.find(MyApplication.class.getClassLoader()).and(Scanners.of(new MyScannerProvider()));
 * }</pre>
 *
 * <p>Immutable and thread-safe. Providers are code of the application's own choosing: their constructors and
 * {@link ScannerProvider#descriptor} run in the calling thread, without a limit of time.
 */
public final class Scanners {
    /** No scanner. */
    public static final Scanners NONE = new Scanners(List.of());

    private final List<Installed> installed;

    private Scanners(Collection<Installed> installed) {
        this.installed = installed.stream()
                .sorted(Comparator.comparing(Installed::id).thenComparing(Installed::className))
                .toList();
        checkIds();
    }

    /**
     * These.
     *
     * @throws ImprimaturException {@link ErrorCode#SCANNER_UNUSABLE} where one cannot say what it is,
     *     {@link ErrorCode#SCANNER_ID_CONFLICT} where two share an id or one takes a reserved one; each with every
     *     scanner at fault, by its class
     */
    public static Scanners of(ScannerProvider... providers) {
        return of(List.of(Preconditions.notNull(providers, "providers")));
    }

    /**
     * These.
     *
     * @throws ImprimaturException as {@link #of(ScannerProvider...)}
     */
    public static Scanners of(Collection<? extends ScannerProvider> providers) {
        List<Installed> installed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ScannerProvider provider : Preconditions.<ScannerProvider>copy(providers, "providers")) {
            describe(provider, installed, problems);
        }
        refuse(ErrorCode.SCANNER_UNUSABLE, problems);
        return new Scanners(installed);
    }

    /**
     * Those that {@link java.util.ServiceLoader} finds with a class loader: in its modules and on its class path, and those
     * of its parents.
     *
     * @throws ImprimaturException as {@link #of(ScannerProvider...)}, and {@link ErrorCode#SCANNER_UNUSABLE} where one
     *     cannot be loaded
     */
    public static Scanners find(ClassLoader loader) {
        return of(Discovery.in(Preconditions.notNull(loader, "loader")));
    }

    /**
     * Those that {@link java.util.ServiceLoader} finds in a layer of modules and its parents, for applications that load
     * plugins so.
     *
     * @throws ImprimaturException as {@link #find(ClassLoader)}
     */
    public static Scanners find(ModuleLayer layer) {
        return of(Discovery.in(Preconditions.notNull(layer, "layer")));
    }

    /**
     * These and those.
     *
     * @throws ImprimaturException {@link ErrorCode#SCANNER_ID_CONFLICT}
     */
    public Scanners and(Scanners others) {
        List<Installed> all = new ArrayList<>(installed);
        all.addAll(Preconditions.notNull(others, "others").installed);
        return new Scanners(all);
    }

    /** These but for one, where it is among them. */
    public Scanners without(String id) {
        Preconditions.notNull(id, "id");
        return new Scanners(
                installed.stream().filter(scanner -> !scanner.id().equals(id)).toList());
    }

    /** What they are, ordered by id. */
    public List<ScannerDescriptor> descriptors() {
        return installed.stream().map(Installed::descriptor).toList();
    }

    List<Installed> installed() {
        return installed;
    }

    private static void describe(ScannerProvider provider, List<Installed> installed, List<Problem> problems) {
        String className = provider.getClass().getName();
        try {
            ScannerDescriptor descriptor = provider.descriptor();
            if (descriptor != null && descriptor.equals(provider.descriptor())) {
                installed.add(new Installed(descriptor, provider));
            } else {
                problems.add(unusable(
                        className,
                        descriptor == null ? "descriptor() answers null" : "descriptor() changes its answer"));
            }
        } catch (Throwable failure) { // whatever it is, it is the provider's
            problems.add(unusable(className, "descriptor() fails with " + Failures.name(failure)));
        }
    }

    private static Problem unusable(String className, String what) {
        return Problem.of(what).in(className).remedy("mend the scanner or take it away");
    }

    private void checkIds() {
        Map<String, String> classes = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Installed scanner : installed) {
            if (scanner.descriptor().isReserved()) {
                problems.add(conflict(scanner, "must not take an id that is reserved", "give it another id"));
            }
            String first = classes.putIfAbsent(scanner.id(), scanner.className());
            if (first != null) {
                problems.add(conflict(
                        scanner, "must not share its id with " + first, "take one of the two away, or rename it"));
            }
        }
        refuse(ErrorCode.SCANNER_ID_CONFLICT, problems);
    }

    private static Problem conflict(Installed scanner, String rule, String remedy) {
        return Problem.of(rule)
                .in(scanner.className())
                .field("descriptor.id")
                .value(scanner.id())
                .remedy(remedy);
    }

    private static void refuse(ErrorCode code, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ImprimaturException(code, problems);
        }
    }
}
