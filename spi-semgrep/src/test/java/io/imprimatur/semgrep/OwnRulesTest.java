package io.imprimatur.semgrep;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.imprimatur.finding.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every rule that the module brings says what it has to say, and has cases of both kinds. */
class OwnRulesTest {
    private static final Set<String> TOPICS =
            Set.of("authentication", "authorization", "cryptography", "payments", "personal-data");
    private static final Set<String> LANGUAGES = Set.of("python", "javascript", "typescript", "java", "go");

    private final List<OwnRule> rules = OwnRules.read();

    @Test
    void thereAreRulesForEachLanguage() {
        assertThat(rules).hasSizeGreaterThanOrEqualTo(200);
        for (String language : LANGUAGES) {
            assertThat(rules.stream().filter(rule -> rule.languages().contains(language)))
                    .as(language)
                    .hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void identifiersAreUniqueAndSayWhatTheRuleIsFor() {
        assertThat(rules.stream().map(OwnRule::id)).doesNotHaveDuplicates();
        for (OwnRule rule : rules) {
            assertThat(rule.id()).matches("imprimatur\\.(python|javascript|java|go|text|code)\\.[a-z]+(-[a-z]+)*");
            String language = rule.file()
                    .substring(rule.file().indexOf('/') + 1, rule.file().lastIndexOf('.'));
            assertThat(rule.id()).as(rule.file()).startsWith("imprimatur." + language + ".");
            assertThat(rule.id()).hasSizeLessThanOrEqualTo(250);
        }
    }

    @Test
    void everyRuleSaysWhatIsWrongAndHowBadAndHowSureItIs() {
        for (OwnRule rule : rules) {
            assertThat(rule.message()).as(rule.id()).matches("[A-Z\"].*[.]");
            assertThat(rule.confidence()).as(rule.id()).isIn("LOW", "MEDIUM", "HIGH");
            assertThat(rule.languages()).as(rule.id()).isNotEmpty();
            assertThat(rule.weaknesses())
                    .as(rule.id())
                    .allMatch(Pattern.compile("CWE-[1-9][0-9]{0,4}").asMatchPredicate());
            assertThat(rule.weaknesses().isEmpty())
                    .as(rule.id() + " has a weakness or a reason, and not both")
                    .isEqualTo(rule.reason() != null);
            if (rule.category().startsWith("topic/")) {
                assertThat(rule.severity()).as(rule.id()).isEqualTo("INFO");
                assertThat(TOPICS).as(rule.id()).contains(rule.category().substring("topic/".length()));
                assertThat(rule.name()).isEqualTo("topic-" + rule.category().substring("topic/".length()));
            } else {
                assertThat(rule.severity()).as(rule.id()).isIn("CRITICAL", "HIGH", "MEDIUM", "LOW");
                assertThat(rule.category())
                        .as(rule.id())
                        .isIn(Category.VULNERABILITY.id(), Category.SECRET.id(), Category.QUALITY.id());
            }
        }
    }

    /** What a rule matched may be a secret, so a message says nothing of it but the name of what does not exist. */
    @Test
    void messagesDoNotQuoteTheCode() {
        for (OwnRule rule : rules) {
            String rest = rule.file().startsWith("imagined/")
                    ? rule.message().replace("$METHOD", "").replace("$FUNCTION", "")
                    : rule.message();
            assertThat(rest).as(rule.id()).doesNotContainPattern("\\$[A-Z]");
        }
    }

    @Test
    void everyRuleHasCasesThatItHasToFindAndCasesThatItMustNot() {
        for (OwnRule rule : rules) {
            String cases = OwnRules.casesOf(rule).stream().map(OwnRules::text).collect(Collectors.joining("\n"));
            assertThat(cases).as(rule.id()).containsPattern("\\bruleid: " + Pattern.quote(rule.id()) + "\\b(?!-)");
            assertThat(cases).as(rule.id()).containsPattern("\\bok: " + Pattern.quote(rule.id()) + "\\b(?!-)");
        }
    }

    @Test
    void noCaseIsForARuleThatIsNotThere() {
        Set<String> known = rules.stream().map(OwnRule::id).collect(Collectors.toSet());
        Set<Path> used =
                rules.stream().flatMap(rule -> OwnRules.casesOf(rule).stream()).collect(Collectors.toSet());
        for (Path file : OwnRules.filesIn(OwnRules.CASES)) {
            assertThat(used).as("the cases of some rule").contains(file);
            Pattern.compile("\\b(?:ruleid|ok): (\\S+)")
                    .matcher(OwnRules.text(file))
                    .results()
                    .forEach(named -> assertThat(known).as(file.toString()).contains(named.group(1)));
        }
    }

    @Test
    void rulesForJavaScriptHaveCasesInTypeScriptToo() {
        Set<String> areas = new TreeSet<>();
        for (OwnRule rule : rules) {
            if (OwnRules.casesOf(rule).stream().anyMatch(file -> file.toString().matches(".*\\.tsx?"))) {
                areas.add(rule.file());
            }
        }
        assertThat(areas).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void whatIsHandedToTheToolIsWhatTheFilesSay() throws IOException {
        String expected = RulesDocument.of(rules);
        assertThat(OwnRules.listIn(expected))
                .isEqualTo(rules.stream().map(OwnRule::fields).toList());
        agree(expected, OwnRules.FOLDER.resolveSibling("rules.json"));
        assertThat(RuleSet.own().languages()).containsAll(LANGUAGES);
    }

    @Test
    void thePageNamesEveryRule() throws IOException {
        Path page = Path.of("../samples/docs/semgrep-rules.md");
        String text = OwnRules.text(page);
        int start = text.indexOf("## Injection");
        assertThat(start).isPositive();
        agree(text.substring(0, start) + RulesPage.of(rules), page);
        long topics = rules.stream()
                .filter(rule -> rule.category().startsWith("topic/"))
                .count();
        assertThat(text).contains((rules.size() - topics) + " rules").contains(topics + " more");
    }

    @Test
    void everyAreaHasAName() {
        var areas = rules.stream()
                .collect(groupingBy(rule -> rule.file().substring(0, rule.file().indexOf('/')), counting()));
        assertThat(RulesPage.AREAS.keySet()).isEqualTo(areas.keySet());
    }

    /** What is generated is what is there; if not, the new text is left where it can be copied from. */
    private static void agree(String expected, Path there) throws IOException {
        if (!Files.exists(there) || !OwnRules.text(there).equals(expected)) {
            Path made = Path.of("target", "generated-rules", there.getFileName().toString());
            Files.createDirectories(made.getParent());
            Files.writeString(made, expected);
            fail("the rules changed: copy spi-semgrep/" + made + " to spi-semgrep/" + there);
        }
    }
}
