package io.imprimatur.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether git would change the bytes of a file on their way from disk into a commit, by the attributes of the working
 * tree and {@code info/attributes}. It is only asked, to be said: nothing is converted here, and no filter is run.
 */
final class Conversions {
    private static final int LARGEST_RULES = 1 << 20;
    private static final String SET = "true";
    private static final String UNSET = "false";
    private static final List<String> BINARY = List.of("-diff", "-merge", "-text");
    private static final Pattern WORDS = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|[^ \\t\"][^ \\t]*)(.*)");

    private final WorktreeFiles files;
    private final Boundary boundary;
    private final RepositoryConfig config;
    private final List<Rule> last;
    private final Map<String, List<Rule>> byDirectory = new HashMap<>();

    /** @param info the repository's {@code info/attributes}, which goes before all others */
    Conversions(WorktreeFiles files, Boundary boundary, RepositoryConfig config, byte @Nullable [] info) {
        this.files = files;
        this.boundary = boundary;
        this.config = config;
        this.last = parse(info, "");
    }

    private record Rule(PathPattern pattern, List<String> attributes) {}

    /** What git might do to a file with this content; null where it takes it as it is. */
    @Nullable
    String of(String path, byte[] content) throws IOException {
        Map<String, String> attributes = attributes(path);
        if (isValue(attributes.get("filter"))) {
            return "git passes it through the filter that its attributes name, which is not run here";
        }
        if (isValue(attributes.get("working-tree-encoding"))) {
            return "git stores it in another encoding than it has on disk";
        }
        if (SET.equals(attributes.get("ident")) && contains(content, "$Id:")) {
            return "git stores its $Id$ without what follows";
        }
        String text = attributes.getOrDefault("text", attributes.get("crlf"));
        boolean converts = text != null || attributes.containsKey("eol") || config.convertsLineEnds();
        if (converts && !UNSET.equals(text) && contains(content, "\r\n")) {
            return "git may store it with other line ends than it has on disk";
        }
        return null;
    }

    private static boolean isValue(@Nullable String value) {
        return value != null && !value.equals(UNSET);
    }

    private static boolean contains(byte[] content, String text) {
        for (int i = 0; i + text.length() <= content.length; i++) {
            int j = 0;
            while (j < text.length() && content[i + j] == text.charAt(j)) {
                j++;
            }
            if (j == text.length()) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> attributes(String path) throws IOException {
        Map<String, String> attributes = new HashMap<>();
        apply(rules(""), path, attributes);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            apply(rules(path.substring(0, slash + 1)), path, attributes);
        }
        apply(last, path, attributes);
        return attributes;
    }

    private static void apply(List<Rule> rules, String path, Map<String, String> attributes) {
        for (Rule rule : rules) {
            if (rule.pattern.matches(path, false)) {
                for (String attribute : rule.attributes) {
                    set(attribute, attributes);
                }
            }
        }
    }

    private static void set(String attribute, Map<String, String> attributes) {
        if (attribute.equals("binary")) {
            for (String part : BINARY) {
                set(part, attributes);
            }
        }
        int equals = attribute.indexOf('=');
        if (attribute.startsWith("-")) {
            attributes.put(attribute.substring(1), UNSET);
        } else if (attribute.startsWith("!")) {
            attributes.remove(attribute.substring(1));
        } else if (equals > 0) {
            attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        } else {
            attributes.put(attribute, SET);
        }
    }

    private List<Rule> rules(String directory) throws IOException {
        List<Rule> known = byDirectory.get(directory);
        if (known == null) {
            Path file = files.path(directory + ".gitattributes");
            known = parse(Files.isSymbolicLink(file) ? null : boundary.read(file, LARGEST_RULES), directory);
            byDirectory.put(directory, known);
        }
        return known;
    }

    /** Macros that a file defines itself are taken by what they hold: their lines apply to every path. */
    private static List<Rule> parse(byte @Nullable [] file, String directory) {
        List<Rule> rules = new ArrayList<>();
        for (String line : file == null ? List.<String>of() : RuleLines.of(file)) {
            Matcher words = WORDS.matcher(line.stripLeading());
            if (line.startsWith("#") || !words.matches()) {
                continue;
            }
            String pattern = words.group(1).startsWith("[attr]") ? "**" : words.group(1);
            if (pattern.startsWith("\"")) {
                pattern = pattern.substring(1, pattern.length() - 1).replaceAll("\\\\(.)", "$1");
            }
            PathPattern parsed = PathPattern.of(pattern, directory);
            if (parsed != null && !parsed.negated()) {
                rules.add(new Rule(parsed, List.of(words.group(2).strip().split("[ \\t]+", -1))));
            }
        }
        return rules;
    }
}
