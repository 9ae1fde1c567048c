package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that is any tool which writes SARIF: reads reports that another job wrote, or runs a command that writes one.
 *
 * <p>It is handed to the gate, once for each tool and with an id of its own, and not found by
 * {@link java.util.ServiceLoader}: which file is whose report only the application knows.
 *
 * <p>Its section of the policy may have {@code tool}, the name that the tool must have in the report, and {@code roots},
 * folders where the tool saw the root of the repository, where it writes absolute paths.
 *
 * <p>What a report says becomes findings of the categories secret, pii, license, dependency, vulnerability, style and
 * quality, by what it says of its rules. What the tool did not do, or says of places that are not there, becomes gaps: an
 * unsuccessful run, errors among its notifications, results that are absent or in other files, another commit than the head
 * of the change. A suppression that the change itself brings suppresses nothing. The text of a result about a secret is
 * never taken.
 *
 * <p>Immutable and thread-safe.
 */
public final class SarifProvider implements ScannerProvider {
    private static final List<Category> ALL = List.of(
            Category.VULNERABILITY,
            Category.SECRET,
            Category.PII,
            Category.LICENSE,
            Category.DEPENDENCY,
            Category.STYLE,
            Category.QUALITY);

    private final ScannerDescriptor descriptor;
    private final List<ReportSource> reports;
    private final @Nullable SarifCommand command;
    private final List<String> roots;
    private final @Nullable String tool;
    private final JsonLimits limits;
    /** The first takes what is of none of them. */
    private final List<Category> categories;

    private SarifProvider(Builder builder) {
        descriptor = new ScannerDescriptor(builder.id, builder.version, builder.categories);
        reports = List.copyOf(builder.reports);
        roots = List.copyOf(builder.roots);
        tool = builder.tool;
        limits = builder.limits;
        categories = builder.categories;
        command = builder.command;
        Preconditions.check(
                reports.isEmpty() != (command == null),
                "reports",
                reports.size(),
                "must have at least one, or a command in their place");
    }

    /** A scanner with this id, for example {@code codeql}. */
    public static Builder builder(String id) {
        return new Builder(Preconditions.id(id, "id"));
    }

    /** Says where the results of a tool come from. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private String version = "as reported";
        private final List<ReportSource> reports = new ArrayList<>();
        private @Nullable SarifCommand command;
        private final List<String> roots = new ArrayList<>();
        private @Nullable String tool;
        private JsonLimits limits = JsonLimits.DEFAULT;
        private List<Category> categories = ALL;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * A report that another job wrote; several together are one scan. Gaps call it by its last name alone: they are part
         * of what an approval is bound to, and folders differ between machines.
         */
        public Builder report(Path file) {
            Preconditions.notNull(file, "file");
            return report(ReportSource.of(String.valueOf(file.getFileName()), file));
        }

        /** A report from anywhere; its name stands in gaps. */
        public Builder report(ReportSource report) {
            reports.add(Preconditions.notNull(report, "report"));
            return this;
        }

        /** A program that writes the report when the change is scanned, in the place of reports that are there. */
        public Builder command(SarifCommand newCommand) {
            command = Preconditions.notNull(newCommand, "command");
            return this;
        }

        /** The version of the tool and its rules; {@code as reported} unless given. */
        public Builder version(String newVersion) {
            version = Preconditions.text(newVersion, "version", 100);
            return this;
        }

        /** A folder, absolute, where the tool saw the root of the repository; for tools that write absolute paths. */
        public Builder root(String folder) {
            Preconditions.check(
                    PathMapping.isAbsolute(Preconditions.notNull(folder, "root")) || folder.startsWith("file:"),
                    "root",
                    folder,
                    "must be absolute");
            roots.add(folder);
            return this;
        }

        /** The name that the tool must have in the report; any will do unless given. */
        public Builder tool(String name) {
            tool = Preconditions.text(name, "tool", 100);
            return this;
        }

        /**
         * The categories that its findings can have; all that the class names unless given. What a result says of another
         * is taken for the first.
         */
        public Builder categories(Category... some) {
            categories = Preconditions.copy(List.of(some), "categories");
            Preconditions.check(!categories.isEmpty(), "categories", "none", "must have at least one");
            return this;
        }

        /** How much of a report is read; {@link JsonLimits#DEFAULT} unless given. */
        public Builder limits(JsonLimits newLimits) {
            limits = Preconditions.notNull(newLimits, "limits");
            return this;
        }

        /** The provider, to be handed to {@link io.imprimatur.core.scan.Scanners#of}. */
        public SarifProvider build() {
            return new SarifProvider(this);
        }
    }

    @Override
    public ScannerDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Scanner create(ScannerSettings settings, SecretSource secrets) {
        List<String> allRoots = PathMapping.roots(roots, settings);
        String expected = settings.text("tool").orElse(tool);
        settings.check();
        SarifSettings how = new SarifSettings(allRoots, expected, categories, null);
        return command == null ? new SarifScanner(reports, how, limits) : new CommandScanner(command, how, limits);
    }
}
