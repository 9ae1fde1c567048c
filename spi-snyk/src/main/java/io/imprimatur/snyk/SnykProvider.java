package io.imprimatur.snyk;

import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.policy.Durations;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Provides the scanner {@value #ID}: the Snyk CLI, run on what the side after a change depends on; or reports that other
 * jobs wrote with {@code --json} or {@code --sarif}, of {@code snyk test}, {@code code test}, {@code container test} and
 * {@code iac test}.
 *
 * <p>Where the program is, the embedder says with {@link Builder#searchPath} or {@link Builder#executable}, or the policy
 * with {@code executable}; the environment is never asked. The token of Snyk's service is the secret {@code snyk.token}; it
 * reaches the program by its environment, and nobody else. The section of the policy may have:
 * <ul>
 * <li>{@code executable}: the program, an absolute path; a {@code .js} file is run by the {@code node} of the search path;
 * <li>{@code reports}: reports that other jobs wrote, absolute paths; then nothing is run;
 * <li>{@code roots}: folders, absolute, where those jobs saw the root of the repository;
 * <li>{@code endpoint}: the service, for example {@code https://api.eu.snyk.io}; {@code organization}: whose tests they are;
 * <li>{@code code}: whether {@code snyk code test} is run too, which sends the code to the service; false unless said;
 * <li>{@code builds}: whether the tool may run the repository's own builds (Maven, Gradle, pip and others); false unless
 * said. What was found so is named in the coverage;
 * <li>{@code development}: whether dependencies count that only development needs; false unless said;
 * <li>{@code fresh-for}: how long an answer about the same content may be kept, 24h unless said.
 * </ul>
 *
 * <p>Without builds the tool gets the lock files and manifests that it can read by itself, of the whole tree, in a folder of
 * their own. The repository's {@code .snyk} has no say in a run; in a report, what it ignores counts as ignored unless the
 * change touches it. What the tool did not do is a gap, whatever its exit status. Immutable and thread-safe.
 */
public final class SnykProvider implements ScannerProvider {
    /** The id of the scanner. */
    public static final String ID = "snyk";

    /** Every category that a finding can have. */
    static final List<Category> CATEGORIES =
            List.of(Category.DEPENDENCY, Category.LICENSE, Category.VULNERABILITY, Category.SECRET);

    private static final ScannerDescriptor DESCRIPTOR = new ScannerDescriptor(ID, "1", CATEGORIES);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final SnykSettings settings;

    /** For {@link java.util.ServiceLoader}: with nothing but what the policy says. */
    public SnykProvider() {
        this(new Builder());
    }

    private SnykProvider(Builder builder) {
        settings = new SnykSettings(
                builder.executable,
                builder.searchPath,
                List.copyOf(builder.reports),
                List.copyOf(builder.roots),
                builder.endpoint,
                null,
                false,
                builder.builds,
                false,
                Duration.ofDays(1),
                new TreeMap<>(builder.environment),
                builder.temporary);
    }

    /** Says where the tool and its reports are. */
    public static Builder builder() {
        return new Builder();
    }

    /** Says where the tool and its reports are. Not thread-safe. */
    public static final class Builder {
        private @Nullable Path executable;
        private SearchPath searchPath = SearchPath.NONE;
        private final List<ReportSource> reports = new ArrayList<>();
        private final List<String> roots = new ArrayList<>();
        private @Nullable URI endpoint;
        private boolean builds;
        private final SortedMap<String, String> environment = new TreeMap<>();
        private @Nullable Path temporary;

        private Builder() {}

        /** The program, or {@code dist/cli/index.js} of its npm package; an absolute path. */
        public Builder executable(Path program) {
            executable = absolute("executable", program);
            return this;
        }

        /** Where {@code snyk} and {@code node} are looked for, and, where builds are allowed, the programs that they need. */
        public Builder searchPath(SearchPath path) {
            searchPath = Preconditions.notNull(path, "searchPath");
            return this;
        }

        /** A report that another job wrote; several together are one scan, and nothing is run then. */
        public Builder report(ReportSource report) {
            reports.add(Preconditions.notNull(report, "report"));
            return this;
        }

        /** Where the job that wrote a report saw the root of the repository, an absolute path of any system. */
        public Builder root(String folder) {
            Preconditions.check(
                    PathMapping.isAbsolute(Preconditions.notNull(folder, "root")), "root", folder, "must be absolute");
            roots.add(folder);
            return this;
        }

        /** Snyk's service, by https, or by http on this machine; the tool's own choice unless given. */
        public Builder endpoint(URI service) {
            Preconditions.check(isSafe(Preconditions.notNull(service, "endpoint")), "endpoint", service, RULE);
            endpoint = service;
            return this;
        }

        /** Whether the tool may run the repository's own builds; it may not unless told otherwise. */
        public Builder builds(boolean allow) {
            builds = allow;
            return this;
        }

        /** A variable for the tool, such as {@code HTTPS_PROXY}; never the token. */
        public Builder environment(String name, String value) {
            Preconditions.check(
                    !Preconditions.notNull(name, "name").contains("TOKEN"),
                    "environment",
                    name,
                    "must not be a token; give that as a secret");
            environment.put(name, Preconditions.notNull(value, "value"));
            return this;
        }

        /** Where temporary folders are made, an absolute path; where the system keeps them unless given. */
        public Builder temporary(Path folder) {
            temporary = absolute("temporary", folder);
            return this;
        }

        /** The provider, to be handed to {@link io.imprimatur.core.scan.Scanners#of}. */
        public SnykProvider build() {
            return new SnykProvider(this);
        }

        private static Path absolute(String field, Path path) {
            Preconditions.notNull(path, field);
            Preconditions.check(path.isAbsolute(), field, path, "must be absolute");
            return path;
        }
    }

    @Override
    public ScannerDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scanner create(ScannerSettings policy, SecretSource secrets) {
        Optional<Path> executable = policy.path("executable");
        List<ReportSource> reports = new ArrayList<>(settings.reports());
        policy.paths("reports").stream().map(ReportSource::of).forEach(reports::add);
        List<String> roots = PathMapping.roots(settings.roots(), policy);
        SnykSettings all = new SnykSettings(
                executable.orElse(settings.executable()),
                settings.searchPath(),
                List.copyOf(reports),
                List.copyOf(roots),
                endpoint(policy).orElse(settings.endpoint()),
                organization(policy).orElse(settings.organization()),
                policy.flag("code").orElse(settings.code()),
                policy.flag("builds").orElse(settings.builds()),
                policy.flag("development").orElse(settings.development()),
                freshFor(policy).orElse(settings.freshFor()),
                settings.environment(),
                settings.temporary());
        policy.check();
        if (all.reports().isEmpty()
                && all.executable() == null
                && all.searchPath().equals(SearchPath.NONE)) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_CONFIGURATION,
                    Problem.of("there is neither a program nor a report")
                            .field("scanners." + ID)
                            .remedy("give executable or reports"));
        }
        return new SnykScanner(all, secrets);
    }

    private static final String RULE = "must be https, or http on this machine, without a user and a query";

    private static boolean isSafe(URI service) {
        boolean plain = service.getRawUserInfo() == null && service.getRawQuery() == null && service.getHost() != null;
        return plain
                && ("https".equalsIgnoreCase(service.getScheme())
                        || ("http".equalsIgnoreCase(service.getScheme()) && LOOPBACK.contains(service.getHost())));
    }

    private static Optional<URI> endpoint(ScannerSettings policy) {
        return policy.text("endpoint").flatMap(text -> {
            try {
                URI service = new URI(text);
                if (isSafe(service)) {
                    return Optional.of(service);
                }
            } catch (URISyntaxException noAddress) {
                // refused below
            }
            policy.refuse("endpoint", RULE);
            return Optional.empty();
        });
    }

    private static Optional<String> organization(ScannerSettings policy) {
        Optional<String> name = policy.text("organization");
        if (name.isPresent() && !name.get().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            policy.refuse("organization", "must be letters, digits and one of . _ - between them");
        }
        return name;
    }

    private static Optional<Duration> freshFor(ScannerSettings policy) {
        return policy.text("fresh-for").flatMap(text -> {
            try {
                return Optional.of(Durations.parse(text));
            } catch (ImprimaturException noDuration) {
                policy.refuse("fresh-for", "must be a whole number of days, hours or minutes, such as 24h");
                return Optional.empty();
            }
        });
    }
}
