package io.imprimatur.scan;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scanner's section of the policy. A provider reads each key that it knows through an accessor, then calls
 * {@link #check}, which reports every wrong value and every unknown key at once, each with its line. Not thread-safe.
 */
public final class ScannerSettings {
    private final String scanner;
    private final @Nullable String source;
    private final Map<String, Setting> settings;
    private final Set<String> known = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A value of the section.
     *
     * @param values one for a plain value, any number for a list
     * @param isList whether it is written as a list
     * @param position where it stands
     */
    public record Setting(List<String> values, boolean isList, Position position) {
        public Setting {
            values = Preconditions.copy(values, "values");
            values.forEach(value -> Preconditions.wellFormed(value, "values"));
            Preconditions.notNull(position, "position");
            Preconditions.check(isList || values.size() == 1, "values", values.size(), "must be one for a plain value");
        }

        /** A plain value without a place. */
        public static Setting of(String value) {
            return new Setting(List.of(value), false, Position.NONE);
        }

        /** A list without a place. */
        public static Setting ofList(List<String> values) {
            return new Setting(values, true, Position.NONE);
        }
    }

    /** The section of a scanner in a source. */
    public ScannerSettings(String scanner, @Nullable String source, Map<String, Setting> settings) {
        this.scanner = Preconditions.id(scanner, "scanner");
        this.source = source;
        this.settings = new TreeMap<>(settings);
    }

    /** A section with nothing in it. */
    public static ScannerSettings none(String scanner) {
        return new ScannerSettings(scanner, null, Map.of());
    }

    /** A text. */
    public Optional<String> text(String key) {
        return plain(key, "a text", Optional::of);
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Long> whole(String key, long least, long most) {
        return plain(key, "a whole number from " + least + " to " + most, text -> {
            if (!text.matches("-?[0-9]{1,18}")) {
                return Optional.empty();
            }
            long value = Long.parseLong(text);
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String key) {
        return plain(key, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A list of texts; a plain value counts as a list of one, an absent key as an empty list. */
    public List<String> texts(String key) {
        known.add(key);
        Setting setting = settings.get(key);
        return setting == null ? List.of() : setting.values();
    }

    /** An absolute path of this system. */
    public Optional<Path> path(String key) {
        return plain(key, "an absolute path", ScannerSettings::absolute);
    }

    /** Absolute paths of this system; a plain value counts as a list of one, an absent key as an empty list. */
    public List<Path> paths(String key) {
        List<Path> paths = new ArrayList<>();
        boolean refused = false;
        for (String text : texts(key)) {
            Optional<Path> path = absolute(text);
            path.ifPresent(paths::add);
            refused |= path.isEmpty();
        }
        if (refused) {
            refuse(key, "must be absolute paths");
        }
        return paths;
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Notes that a value that an accessor returned is wrong for a reason of the scanner's own. */
    public void refuse(String key, String rule) {
        Setting setting = settings.get(key);
        problems.add(problem(key, rule, setting).value(setting == null ? null : String.join(", ", setting.values())));
    }

    /**
     * Refuses what was found wrong, and every key that no accessor was asked for.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_CONFIGURATION} with every problem
     */
    public void check() {
        List<Problem> all = new ArrayList<>(problems);
        settings.forEach((key, setting) -> {
            if (!known.contains(key)) {
                all.add(problem(key, "unknown setting of scanner " + scanner, setting)
                        .remedy(known.isEmpty() ? "it has no settings" : "it knows " + String.join(", ", known)));
            }
        });
        if (!all.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_CONFIGURATION, all);
        }
    }

    private <T> Optional<T> plain(String key, String what, Function<String, Optional<T>> reader) {
        known.add(key);
        Setting setting = settings.get(key);
        if (setting == null) {
            return Optional.empty();
        }
        Optional<T> value = setting.isList()
                ? Optional.empty()
                : reader.apply(setting.values().get(0));
        if (value.isEmpty()) {
            refuse(key, "must be " + what);
        }
        return value;
    }

    private Problem problem(String key, String message, @Nullable Setting setting) {
        return Problem.of(message)
                .in(source)
                .at(setting == null ? Position.NONE : setting.position())
                .field("scanners." + scanner + "." + key);
    }
}
