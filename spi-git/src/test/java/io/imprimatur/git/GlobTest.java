package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class GlobTest {
    private static final List<String> PATHS = List.of(
            "a", "b", "ab", "abc", "a/b", "a/c", "a/b/c", "b/a", "b/a/c", "c/b/a/b", "a.txt", "x/a.txt", "[a]", "a b",
            "a ", "#a", "!a", "\u00e9", "a-b", "A", "1", "a\\b", "x/y/z/a", "ab/ab", "*");

    /**
     * Two stars within a segment, of which git 2.39 makes what depends on where its memory lies, or beside a slash that
     * is escaped.
     */
    private static final Pattern UNDEFINED = Pattern.compile("(?<!^)(?<!^!)(?<![/*])\\*\\*|\\*\\*\\\\/|\\\\/\\*\\*");

    @Provide
    Arbitrary<List<String>> rules() {
        Arbitrary<String> part = Arbitraries.of(
                "a",
                "b",
                "*",
                "**",
                "/",
                "/",
                "?",
                "[ab]",
                "[!a]",
                "[a-c]",
                "[[:alpha:]]",
                "\\a",
                "\\*",
                ".txt",
                " ",
                "\\ ",
                "**/",
                "/**",
                "[]a]",
                "[a",
                "c",
                "\\",
                "\u00e9",
                "x",
                "[^b]",
                "[\\]a]",
                "***");
        Arbitrary<String> rule = part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
        return Arbitraries.of("", "", "!", "#", "\\#", "\\!")
                .flatMap(prefix -> rule.map(text -> prefix + text))
                .filter(text -> !UNDEFINED.matcher(text).find())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 300)
    void ignoresWhatGitIgnores(@ForAll("rules") List<String> lines) {
        Path directory = Path.of("target", "ignore-rules");
        if (!RealGit.isThere()) {
            return;
        }
        byte[] file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        RealGit git = Files.isDirectory(directory.resolve(".git")) ? new RealGit(directory) : RealGit.init(directory);
        git.write(".gitignore", file);
        String input = PATHS.stream().map(path -> path + "\0").collect(Collectors.joining());
        RealGit.Result result =
                git.attempt(input.getBytes(StandardCharsets.ISO_8859_1), "check-ignore", "--no-index", "-z", "--stdin");
        Set<String> expected = Set.of(new String(result.output(), StandardCharsets.ISO_8859_1).split("\0", -1));

        IgnoreRules rules = IgnoreRules.none().with(file, "");
        for (String path : PATHS) {
            assertThat(ignored(rules, path)).as("%s under %s", path, lines).isEqualTo(expected.contains(path));
        }
    }

    /** A path is left out too where one of its directories is. */
    private static boolean ignored(IgnoreRules rules, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (rules.ignores(path.substring(0, slash), true)) {
                return true;
            }
        }
        return rules.ignores(path, false);
    }

    @Test
    void aHostilePatternTakesNoTime() {
        Glob glob = new Glob("*a".repeat(400) + "b");
        Glob segments = new Glob("**/a/".repeat(100) + "b");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(glob.matches("a".repeat(4000))).isFalse();
            assertThat(segments.matches("a/".repeat(2000) + "c")).isFalse();
        });
    }
}
