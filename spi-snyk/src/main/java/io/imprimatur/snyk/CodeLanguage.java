package io.imprimatur.snyk;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Languages that Snyk Code looks into, together where one file may count as one or the other of them: by the endings of names
 * (Snyk's documentation, "Supported file extensions for Snyk Code") and by what its reports call them.
 */
enum CodeLanguage {
    APEX("Apex", "cls|trigger|tgr", "apex"),
    C("C and C++", "c|cc|cpp|cxx|h|hpp|hxx", "c|c\\+\\+|cpp|c/c\\+\\+"),
    C_SHARP("C#", "aspx|cs", "c#|csharp|aspx|asp\\.net"),
    GO("Go", "go", "go|golang"),
    JAVA("Java", "java|jsp|jspx", "java|jsp"),
    JAVASCRIPT(
            "JavaScript and TypeScript",
            "ejs|es|es6|htm|html|js|jsx|ts|cts|mts|tsx|vue|mjs|cjs",
            "javascript|typescript|html|ejs|vue|jsx|tsx"),
    KOTLIN("Kotlin", "kt", "kotlin"),
    PHP("PHP", "php|phtml|module|inc|install|theme|profile", "php"),
    PYTHON("Python", "py", "python"),
    RUBY("Ruby", "erb|haml|rb|rhtml|slm", "ruby|erb|haml|rhtml|slim"),
    SCALA("Scala", "scala", "scala"),
    SWIFT("Swift", "swift", "swift"),
    VISUAL_BASIC("Visual Basic", "vb", "visual ?basic|vb|vb\\.net");

    private final String words;
    private final Pattern files;
    private final Pattern names;

    CodeLanguage(String words, String endings, String names) {
        this.words = words;
        files = Pattern.compile(".*\\.(" + endings + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    /** That of a file; empty where Snyk Code does not look into it. */
    static Optional<CodeLanguage> ofFile(String name) {
        return Arrays.stream(values())
                .filter(language -> language.files.matcher(name).matches())
                .findFirst();
    }

    /** What a report calls so; empty where it is none that is known here. */
    static Optional<CodeLanguage> ofReport(String name) {
        return Arrays.stream(values())
                .filter(language -> language.names.matcher(name.strip()).matches())
                .findFirst();
    }

    /** For people. */
    String words() {
        return words;
    }
}
