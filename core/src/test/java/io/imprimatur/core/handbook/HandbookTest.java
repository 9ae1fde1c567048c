package io.imprimatur.core.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicyArbitraries;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.PolicyWriter;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Printable;
import io.imprimatur.finding.Category;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandbookTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^<>]*)>");
    private static final Pattern CODE_SPAN = Pattern.compile("(?<![`\\\\])(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

    @Test
    void saysWhatTheRulesSay() {
        String handbook = Handbook.markdown(saying("x"));

        assertThat(handbook)
                .contains("# Policy `p`, version 1\n")
                .contains("| Signed off | x, for `legal` |")
                .contains(
                        "| Signed content | `" + PolicyWriter.digest(saying("x").withoutSignOffs()) + "` |")
                .contains("| Tightens | `base`, version 2, `sha256:")
                .contains("| Waivers | Approved by `legal`, each for 90 days at most. |")
                .contains("| [`blocks`](#rule-blocks) | blocked, no exception | – | – | yes |")
                .contains("A change is blocked where code was generated otherwise than by model `x`.")
                .contains("_Where nobody can know:_ 1 approval by anyone who may review is needed instead.")
                .contains("_Exceptions:_ None")
                .contains(
                        "A change needs 2 approvals by `legal`, not counting `security`, within 3 days, where any of this"
                                + " is so:\n\n- it touches `x`\n- there is a finding of category `secret` in `x`\n")
                .contains("A change would need 1 approval by anyone who may review, where it touches `x`.")
                .contains("follow up within 36 hours after the merge: x")
                .contains("| x | [`blocks`](#rule-blocks), [`reviews`](#rule-reviews) |");
    }

    @Test
    void saysTheDaysAndTheTimeZoneOfAFreeze() {
        assertThat(handbook("""
                policy: p
                freezes:
                  nights:
                    - { days: [mon, tue, wed], until: "06:00", zone: UTC }
                    - { days: [mon, tue, wed, thu, fri, sat, sun], from: "22:00", zone: Europe/Zurich }
                rules: []
                """))
                .contains("| `nights` | every Monday, Tuesday and Wednesday, from midnight to 06:00, in time zone UTC;"
                        + " every day, from 22:00 to the end of the day, in time zone Europe/Zurich |");
    }

    @Test
    void saysWhatHasToBeDoneApartFromWhere() {
        assertThat(handbook("""
                policy: p
                rules:
                  - id: both
                    when: { paths: "x" }
                    then: oblige
                    oblige: [{ label: seen }, { follow-up: Look again., within: 7d }]
                  - id: tried
                    when: { paths: "x" }
                    then: oblige
                    oblige: { label: seen }
                    enforcement: warn
                """))
                .contains(
                        "A change calls for action where it touches `x`.\n\n* _What has to be done:_ follow up within 7 days"
                                + " after the merge: Look again; label the change `seen`\n")
                .contains("A change would call for action where it touches `x`.");
    }

    @Test
    void saysWhatFollowsWhereNobodyCanKnowOnlyWhereThatCanBe() {
        String rule = """
                policy: p
                rules:
                  - { id: asked, when: %s, then: block, on-unknown: review, enforcement: %s }
                """;
        assertThat(handbook(rule.formatted("{ finding: {} }", "enforce")))
                .contains("_Where nobody can know:_ 1 approval by anyone who may review is needed instead.");
        assertThat(handbook(rule.formatted("{ finding: {} }", "warn")))
                .contains("_Where nobody can know:_ 1 approval by anyone who may review would be needed instead.");
        assertThat(handbook(rule.formatted(
                        "{ any: [{ not-covered: {} }, { not-recorded: developer-of-record }] }", "enforce")))
                .doesNotContain("Where nobody can know");
    }

    @Test
    void saysThatALateReviewIsEscalatedAndNeverApproved() {
        assertThat(Handbook.markdown(saying("x")))
                .contains("A review that is late is escalated, and never counts as approved.");
    }

    @Test
    void namesTopicsOfWhichScannersAloneTell() {
        assertThat(handbook("""
                policy: p
                topics: { billing: ["pay/**"] }
                rules:
                  - { id: a, when: { any: [{ topic: [billing, cryptography] }, { paths: x }] }, then: review }
                """))
                .contains(
                        "| `billing` | `pay/**` |\n| `cryptography` | scanners alone tell; where none looks for it, nobody can know |\n");
    }

    @Test
    void explainsTheWordsThatItsRulesUseAndNoOthers() {
        String finding = "| Finding | ";
        String coverage = "| Coverage | ";
        String risk = "| Risk | ";
        assertThat(handbook("""
                policy: p
                rules:
                  - { id: a, when: { all: [{ paths: x }, { any: [{ finding: {} }, { risk: ">= high" }] }] }, then: review }
                """))
                .contains("[What the words mean](#words)", finding, risk)
                .doesNotContain(coverage);
        assertThat(handbook("""
                policy: p
                rules:
                  - { id: a, when: { not-covered: {} }, then: review }
                """)).contains(coverage).doesNotContain(finding, risk);
        assertThat(handbook("{ policy: p, rules: [] }")).doesNotContain("What the words mean");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatThePolicySaysCannotBecomeHtml(String hostile) {
        assertThat(withoutText(Handbook.html(saying(hostile)))).isEqualTo(withoutText(Handbook.html(saying("x"))));
        assertThat(Handbook.html(saying(hostile)))
                .matches(page ->
                        page.codePoints().allMatch(character -> character == '\n' || Printable.prints(character)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatThePolicySaysCannotBecomeMarkdown(String hostile) {
        String prose = new MarkdownSheet().text(hostile);
        assertThat(prose.replaceAll("\\\\[\\\\`*_\\[\\]<>&!~$|@:.]", ""))
                .doesNotContainPattern("[\\\\`*_\\[\\]<>&!~$|@\n\r]|://|(?i)www\\.");

        String code = new MarkdownSheet().code(hostile);
        assertThat(code)
                .matches(span ->
                        CODE_SPAN.matcher(span).matches() || span.matches("<code>([\\p{L}\\p{N} ]|&#[0-9]+;)*</code>"));
        assertThat(code).doesNotContain("|", "\n");

        String handbook = Handbook.markdown(saying(hostile));
        String pattern = new MarkdownSheet().code(glob(hostile).pattern());
        String same = handbook.replace(pattern, "`x`").replace(code, "`x`").replace(prose, "x");
        assertThat(withoutDigests(same)).isEqualTo(withoutDigests(Handbook.markdown(saying("x"))));
    }

    @Property(tries = 100)
    void everyPageIsWellFormed(@ForAll("policies") Policy policy) {
        String page = Handbook.html(policy);
        Deque<String> open = new ArrayDeque<>();
        int level = 0;
        Matcher tags = TAG.matcher(page.substring(page.indexOf("<body>")).replace("</html>", ""));
        Map<String, Integer> ids = new HashMap<>();
        List<String> ways = new ArrayList<>();
        while (tags.find()) {
            String name = tags.group(2);
            if (tags.group(1).isEmpty()) {
                open.push(name);
            } else {
                assertThat(open.pop()).isEqualTo(name);
            }
            if (name.matches("h[1-6]") && tags.group(1).isEmpty()) {
                int next = name.charAt(1) - '0';
                assertThat(next).as("headings in order").isLessThanOrEqualTo(level + 1);
                level = next;
            }
            Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(tags.group(3));
            if (id.find()) {
                ids.merge(id.group(1), 1, Integer::sum);
            }
            Matcher way = Pattern.compile("href=\"#([^\"]+)\"").matcher(tags.group(3));
            if (way.find()) {
                ways.add(way.group(1));
            }
        }
        assertThat(open).isEmpty();
        assertThat(ids.values()).as("each id once: %s", ids).containsOnly(1);
        assertThat(ids.keySet()).containsAll(ways);
        assertThat(Handbook.html(policy)).isEqualTo(page);
        assertThat(page).doesNotContain("<script", "http://", "https://", "src=", "url(");
    }

    @Test
    void itsColoursCanBeRead() throws IOException {
        String style;
        try (InputStream resource = Handbook.class.getResourceAsStream("handbook.css")) {
            style = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> schemes = Pattern.compile(":root \\{([^}]*)\\}")
                .matcher(style)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(schemes).as("light, dark, print").hasSize(3);
        for (String scheme : schemes) {
            for (String ink : Set.of("ink", "soft", "link", "block", "review", "oblige")) {
                for (String ground : Set.of("paper", "wash")) {
                    assertThat(contrast(colour(ink, scheme), colour(ground, scheme)))
                            .as("%s on %s in %s", ink, ground, scheme)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @Provide
    Arbitrary<Policy> policies() {
        return PolicyArbitraries.policies();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</bdi></code></style><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' x='",
                "&lt;b&gt; &#60;b&#62;",
                "![x](https://evil.example/x.png) [click](javascript:alert(1)) <https://evil.example>",
                "www.evil.example https://evil.example ada@evil.example @everyone",
                "`code` ``` ~~~ `` unbalanced `",
                "a | b | c \\| d\\\\|",
                "back\\slash\\",
                "*bold* _em_ ~~gone~~ **x** $$y$$",
                "one\n\n# two\n\n- three\n    four\r\n```\nfive\n| a |\n|---|",
                "\u202egnp.exe\u2066x\u2069 \u200b \ufeff \u2028 \u2029",
                "\u001b[31mred \u0007",
                "{0} %s $(id) ${x}");
    }

    private static String handbook(String policy) {
        return Handbook.markdown(PolicyReader.read(policy.getBytes(StandardCharsets.UTF_8), "policy.yaml"));
    }

    /** A policy in which everything that its author may write at will is this. */
    private static Policy saying(String text) {
        List<Glob> globs = List.of(glob(text));
        Rule blocks = new Rule(
                "blocks",
                ChangeCondition.Generated.byModel(Match.NOT_IN, globs),
                new Effect.Block(),
                Enforcement.ENFORCE,
                OnUnknown.REVIEW,
                true,
                List.of(new Obligation.Label(text), new Obligation.FollowUp(text, Duration.ofHours(36))),
                List.of(text),
                text,
                Position.NONE);
        Condition.Any any = new Condition.Any(List.of(
                ChangeCondition.Files.in(globs),
                EvidenceCondition.FindingExists.of(FindingFilter.builder()
                        .categories(Category.SECRET)
                        .paths(glob(text))
                        .build())));
        Rule reviews = new Rule(
                "reviews",
                any,
                new Effect.Review(new Requirement("legal", 2, List.of("security"), Duration.ofDays(3))),
                Enforcement.ENFORCE,
                OnUnknown.ACT,
                false,
                List.of(new Obligation.Notify(text), new Obligation.RollbackPlan()),
                List.of(text),
                null,
                Position.NONE);
        Rule warns = Rule.of("warns", ChangeCondition.Files.in(globs), new Effect.Review(Requirement.ANYONE))
                .with(Enforcement.WARN);
        Policy policy = Policy.builder("p")
                .description(text)
                .silence(Silence.HUMAN)
                .scanner("secrets", Map.of("a", ScannerSettings.Setting.of(text)))
                .role("legal", text)
                .role("security", text)
                .topic("payments", glob(text))
                .rule(blocks)
                .rule(reviews)
                .rule(warns)
                .build();
        return new Policy(
                policy.name(),
                policy.version(),
                policy.description(),
                policy.silence(),
                policy.scanners(),
                policy.roles(),
                policy.topics(),
                policy.freezes(),
                new WaiverTerms("legal", Duration.ofDays(90)),
                policy.rules(),
                List.of(new SignOff(text, "legal", PolicyWriter.digest(policy))),
                List.of(new PolicyLayer("base", 2, PolicyWriter.digest(policy), text, List.of())));
    }

    /** The text as a pattern for itself, where a pattern can say it. */
    private static Glob glob(String text) {
        try {
            return new Glob(text);
        } catch (ImprimaturException refused) {
            StringBuilder escaped = new StringBuilder();
            text.codePoints()
                    .filter(character -> character != '/')
                    .forEach(character -> escaped.append('\\').appendCodePoint(character));
            return new Glob(escaped.toString());
        }
    }

    private static String withoutText(String html) {
        return html.replaceAll("(?s)<(bdi|code)>[^<>\"']*</\\1>", "<$1></$1>");
    }

    private static String withoutDigests(String markdown) {
        return markdown.replaceAll("sha256:[0-9a-f]{64}", "");
    }

    private static int colour(String name, String scheme) {
        Matcher colour = Pattern.compile("--" + name + ": #([0-9a-f]{3,6});").matcher(scheme);
        assertThat(colour.find()).as(name).isTrue();
        String digits = colour.group(1);
        String full = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return Integer.parseInt(full, 16);
    }

    /** By WCAG 2.2. */
    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
