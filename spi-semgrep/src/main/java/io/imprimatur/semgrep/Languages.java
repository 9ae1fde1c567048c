package io.imprimatur.semgrep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which languages files are in and rules are for. Only programs count: words, data, pictures and configuration are nothing
 * in which a rule would have to look, so that a change with a README is not a gap, and one in a language without rules is.
 */
final class Languages {
    private static final Map<String, String> BY_ENDING = Stream.of(
                    "python py pyi pyw",
                    "javascript js jsx mjs cjs",
                    "typescript ts tsx mts cts",
                    "vue vue",
                    "java java",
                    "kotlin kt kts",
                    "scala scala sc",
                    "groovy groovy gradle",
                    "go go",
                    "ruby rb rake gemspec podspec",
                    "php php phtml",
                    "c c h",
                    "cpp cc cpp cxx hh hpp hxx",
                    "csharp cs",
                    "fsharp fs",
                    "vb vb",
                    "rust rs",
                    "swift swift",
                    "objective-c m mm",
                    "dart dart",
                    "bash sh bash zsh",
                    "powershell ps1",
                    "perl pl pm",
                    "lua lua",
                    "r r",
                    "julia jl",
                    "ocaml ml mli",
                    "haskell hs",
                    "erlang erl",
                    "elixir ex exs",
                    "clojure clj cljs cljc",
                    "solidity sol",
                    "apex cls")
            .map(line -> List.of(line.split(" ", -1)))
            .flatMap(line -> line.stream().skip(1).map(ending -> Map.entry(ending, line.get(0))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What is no program, and still may have rules. */
    private static final Map<String, String> DATA_BY_ENDING = Map.of(
            "json",
            "json",
            "yaml",
            "yaml",
            "yml",
            "yaml",
            "xml",
            "xml",
            "html",
            "html",
            "htm",
            "html",
            "tf",
            "terraform",
            "hcl",
            "terraform",
            "dockerfile",
            "dockerfile");

    /** What follows the interpreter's folder in the first line of a script. */
    private static final Map<String, String> BY_INTERPRETER = Map.of(
            "python",
            "python",
            "node",
            "javascript",
            "sh",
            "bash",
            "bash",
            "bash",
            "zsh",
            "bash",
            "ruby",
            "ruby",
            "perl",
            "perl",
            "php",
            "php",
            "lua",
            "lua");

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("python2", "python"),
            Map.entry("python3", "python"),
            Map.entry("js", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("golang", "go"),
            Map.entry("kt", "kotlin"),
            Map.entry("c#", "csharp"),
            Map.entry("c++", "cpp"),
            Map.entry("sh", "bash"),
            Map.entry("ex", "elixir"),
            Map.entry("hcl", "terraform"),
            Map.entry("tf", "terraform"),
            Map.entry("docker", "dockerfile"),
            Map.entry("sol", "solidity"));

    private static final Pattern SCRIPT = Pattern.compile("#!\\s*(?:\\S*/)?(?:env\\s+(?:-\\S+\\s+)*)?([a-z]+)");
    private static final String KEY = "languages";
    private static final Pattern IN_LINE = Pattern.compile("^\\s*(?:-\\s+)?(\"?)languages\\1\\s*:\\s*\\[([^\\]]*)\\]?");
    private static final Pattern BELOW = Pattern.compile("^\\s*(?:-\\s+)?languages:\\s*(?:#.*)?$");
    private static final Pattern ITEM = Pattern.compile("^\\s*-\\s*([\"']?)([A-Za-z0-9+#_]+)\\1\\s*(?:#.*)?$");

    private Languages() {}

    /** The language of a program; empty where the file is none. */
    static Optional<String> of(String name, byte[] beginning) {
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            return Optional.ofNullable(BY_ENDING.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
        }
        String first = new String(beginning, StandardCharsets.ISO_8859_1);
        Matcher script = SCRIPT.matcher(first);
        return script.lookingAt() ? Optional.ofNullable(BY_INTERPRETER.get(script.group(1))) : Optional.empty();
    }

    /** The language of what is no program; empty where nobody would have rules for it. */
    static Optional<String> ofData(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(DATA_BY_ENDING.get(lower.substring(lower.lastIndexOf('.') + 1)));
    }

    /**
     * The languages that the rules of a file are for, as far as they are written as they usually are: {@code languages: [a,
     * b]}, also in JSON, or a list below. One that is overlooked makes a gap too many, never one too few.
     */
    static Set<String> ofRules(String text) {
        Set<String> languages = new TreeSet<>();
        boolean below = false;
        for (String line : text.split("\n", -1)) {
            if (line.contains(KEY)) {
                Matcher inLine = IN_LINE.matcher(line);
                below = !inLine.find();
                if (below) {
                    below = BELOW.matcher(line).find();
                } else {
                    for (String name : inLine.group(2).split(",", -1)) {
                        languages.add(known(name));
                    }
                }
            } else if (below) {
                Matcher item = ITEM.matcher(line);
                below = item.find();
                if (below) {
                    languages.add(known(item.group(2)));
                }
            }
        }
        languages.remove("");
        return languages;
    }

    private static String known(String name) {
        String plain = name.strip().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        return OTHER_NAMES.getOrDefault(plain, plain);
    }
}
