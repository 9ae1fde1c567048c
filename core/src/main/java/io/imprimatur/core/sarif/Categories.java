package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a result is about, by what the report says of its tool, its rule and its weaknesses; never by its message. In doubt
 * between two it is the one that is judged more strictly.
 */
final class Categories {
    private static final Pattern SECRET_TOOL = Pattern.compile(
            "(?i)leaks?\\b|trufflehog|secret|ggshield|gitguardian|kingfisher" + "|talisman|whispers|nosey ?parker");
    private static final Pattern SECRET =
            Pattern.compile("(?i)secret|credential|hard[-_ ]?coded[-_ ]?(password|pass|pwd|key|token"
                    + "|api)|(password|key|token)s?[-_ ](is[-_ ])?hard[-_ ]?coded|api[-_ ]?key|private[-_ ]?key");
    /** Of a description, which may speak of secrets in passing. */
    private static final Pattern SECRET_FOUND =
            Pattern.compile("(?i)hard[-_ ]?coded.{0,20}(password|passphrase|credential|secret|key|token)"
                    + "|(password|credential|secret|key|token)s? (detected|found|leaked|exposed|committed)");

    private static final Set<String> SECRET_CWE =
            Set.of("CWE-798", "CWE-259", "CWE-321", "CWE-522", "CWE-540", "CWE-547");

    private static final Pattern PII = Pattern.compile("(?i)\\bpii\\b|personal[-_ ]?(data|information)|privacy");
    private static final Set<String> PII_CWE = Set.of("CWE-359");

    private static final Pattern LICENSE = Pattern.compile("(?i)\\blicen[cs]e|^snyk:lic:");

    /** Infrastructure that is not as it should be: what it says of secrets and of licences is about settings. */
    private static final Pattern CONFIGURATION = Pattern.compile("^SNYK-CC-");

    private static final Pattern CONFIGURATION_TOOL = Pattern.compile("(?i)^snyk iac\\b");

    private static final Pattern DEPENDENCY_TOOL =
            Pattern.compile("(?i)dependen|\\bosv|grype|open source|\\bsca\\b|retire|audit");
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?i)^(CVE-|GHSA-|SNYK-|RUSTSEC-|PYSEC-|OSV-|GO-[0-9]{4}-|GMS-|DSA-|RHSA-)");

    /** Tools that look for nothing but weaknesses, of which some tag no rule. */
    private static final Pattern SECURITY_TOOL = Pattern.compile("(?i)security|bandit|gosec|brakeman|flawfinder|njsscan"
            + "|horusec|tfsec|checkov|\\bkics|terrascan|fortify|checkmarx|veracode|contrast|\\bzap\\b|nuclei|mobsf");

    private static final Pattern VULNERABILITY = Pattern.compile("(?i)security|vulnerab|owasp|\\bcwe\\b|misconfig");
    private static final Pattern STYLE =
            Pattern.compile("(?i)\\b(style|stylistic|formatting|convention|naming|whitespace)\\b");

    private final List<Category> declared;

    /** The categories that the scanner declares; one at least. */
    Categories(List<Category> declared) {
        this.declared = declared;
    }

    /** What a result is about, whatever the scanner declares. */
    static Category of(SarifResult result) {
        if (CONFIGURATION.matcher(result.rule()).find()
                || CONFIGURATION_TOOL.matcher(result.tool()).find()) {
            return Category.VULNERABILITY;
        }
        if (SECRET_TOOL.matcher(result.tool()).find()
                || says(result, SECRET)
                || (result.name() != null && SECRET.matcher(result.name()).find())
                || (result.description() != null
                        && SECRET_FOUND.matcher(result.description()).find())
                || result.cwe().stream().anyMatch(SECRET_CWE::contains)) {
            return Category.SECRET;
        }
        if (says(result, PII) || result.cwe().stream().anyMatch(PII_CWE::contains)) {
            return Category.PII;
        }
        if (says(result, LICENSE)) {
            return Category.LICENSE;
        }
        if (DEPENDENCY.matcher(result.rule()).find()
                || !result.cve().isEmpty()
                || DEPENDENCY_TOOL.matcher(result.tool()).find()) {
            return Category.DEPENDENCY;
        }
        if (!result.cwe().isEmpty()
                || tagged(result, VULNERABILITY)
                || SECURITY_TOOL.matcher(result.tool()).find()) {
            return Category.VULNERABILITY;
        }
        return tagged(result, STYLE) ? Category.STYLE : Category.QUALITY;
    }

    /** The same as one of those that the scanner declares: a topic that is tagged, what it is about, or the first. */
    Category declared(SarifResult result) {
        for (String tag : result.tags()) {
            String id = tag.toLowerCase(Locale.ROOT);
            if (id.startsWith("topic/") && Preconditions.isId(id) && declared.contains(new Category(id))) {
                return new Category(id);
            }
        }
        Category about = of(result);
        return declared.contains(about) ? about : declared.get(0);
    }

    private static boolean says(SarifResult result, Pattern pattern) {
        return pattern.matcher(result.rule()).find() || tagged(result, pattern);
    }

    private static boolean tagged(SarifResult result, Pattern pattern) {
        for (String tag : result.tags()) {
            if (pattern.matcher(tag).find()) {
                return true;
            }
        }
        return false;
    }
}
