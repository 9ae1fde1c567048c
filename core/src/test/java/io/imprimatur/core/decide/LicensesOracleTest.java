package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ConjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.DisjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.simplelicensing.AnyLicenseInfo;
import org.spdx.library.model.v3_0_1.simplelicensing.InvalidLicenseExpression;

/** What a licence expression comes to is what SPDX's own library makes of it. */
class LicensesOracleTest {
    private static final int EXPRESSIONS = 3000;
    private static final List<String> LICENSES = List.of(
            "MIT",
            "Apache-2.0",
            "GPL-2.0-only",
            "GPL-3.0-or-later",
            "GPL-2.0",
            "LGPL-2.1",
            "MPL-2.0",
            "LicenseRef-acme");
    private static final List<String> EXCEPTIONS = List.of("Classpath-exception-2.0", "LLVM-exception");
    private static final List<String> WORDS = List.of("AND", "OR", "WITH LLVM-exception", "(", ")", "and", "or", "+");
    private static final List<String> LISTED = List.of(
            "MIT",
            "apache-2.0",
            "GPL-*",
            "GPL-2.0",
            "*-only",
            "MPL-2.0",
            "LicenseRef-*",
            "*+",
            "*-exception-2.0",
            "Apache-2.0 WITH LLVM-exception");

    @BeforeAll
    static void useTheListsThatComeWithTheLibrary() {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    @Test
    void anExpressionMeansWhatTheLibraryReads() throws InvalidSPDXAnalysisException {
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        for (int seed = 0; seed < EXPRESSIONS; seed++) {
            Random random = new Random(seed);
            String expression = expression(random, 3);
            LicenseTest test = test(random);
            AnyLicenseInfo parsed = LicenseInfoFactory.parseSPDXLicenseString(expression);
            assertThat(parsed).as(expression).isNotInstanceOf(InvalidLicenseExpression.class);
            Truth expected = mayBeHad(parsed, test).not();
            assertThat(Licenses.meets(test, expression))
                    .as("%s, asked for %s", expression, test)
                    .isEqualTo(expected);
            seen.merge(expected, 1, Integer::sum);
        }
        assertThat(seen.values()).hasSize(2).allMatch(count -> count > EXPRESSIONS / 10);
    }

    /** The library reads more than the grammar has, such as an operator behind what it joins. */
    @Test
    void whatTheLibraryCannotReadIsNoExpression() throws InvalidSPDXAnalysisException {
        // Nothing that is written here is listed, so that words which are no expression are unknown, and no others.
        LicenseTest test = new LicenseTest(Match.IN, List.of(new Glob("Other-1.0")));
        int read = 0;
        int refused = 0;
        for (int seed = 0; seed < EXPRESSIONS; seed++) {
            Random random = new Random(seed);
            StringBuilder words = new StringBuilder(one(LICENSES, random));
            for (int i = random.nextInt(6); i > 0; i--) {
                words.append(' ').append(one(random.nextBoolean() ? WORDS : LICENSES, random));
            }
            String text = words.toString().replace(" +", "+");
            Truth truth = Licenses.meets(test, text);
            if (LicenseInfoFactory.parseSPDXLicenseString(text) instanceof InvalidLicenseExpression) {
                assertThat(truth).as(text).isEqualTo(Truth.UNKNOWN);
                refused++;
            } else {
                read += truth == Truth.FALSE ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(EXPRESSIONS / 10);
        assertThat(refused).isGreaterThan(EXPRESSIONS / 10);
    }

    private static String expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            String license = one(LICENSES, random);
            boolean own = license.startsWith("LicenseRef");
            String plus = !own && random.nextInt(5) == 0 ? "+" : "";
            String with = !own && random.nextInt(5) == 0 ? " WITH " + one(EXCEPTIONS, random) : "";
            return license + plus + with;
        }
        StringBuilder parts = new StringBuilder(expression(random, depth - 1));
        for (int i = random.nextInt(3); i > 0; i--) {
            parts.append(one(List.of(" AND ", " OR "), random)).append(expression(random, depth - 1));
        }
        return random.nextBoolean() ? "(" + parts + ")" : parts.toString();
    }

    private static LicenseTest test(Random random) {
        List<Glob> listed = LISTED.stream()
                .filter(any -> random.nextInt(3) == 0)
                .map(Glob::new)
                .toList();
        return new LicenseTest(
                one(List.of(Match.values()), random), listed.isEmpty() ? List.of(new Glob("MIT")) : listed);
    }

    /** Whether one may have it under what the test accepts. */
    private static Truth mayBeHad(AnyLicenseInfo license, LicenseTest test) throws InvalidSPDXAnalysisException {
        if (license instanceof ConjunctiveLicenseSet all) {
            Truth truth = Truth.TRUE;
            for (AnyLicenseInfo member : all.getMembers()) {
                truth = truth.and(mayBeHad(member, test));
            }
            return truth;
        }
        if (license instanceof DisjunctiveLicenseSet any) {
            Truth truth = Truth.FALSE;
            for (AnyLicenseInfo member : any.getMembers()) {
                truth = truth.or(mayBeHad(member, test));
            }
            return truth;
        }
        return Truth.of(isAcceptable(license.toString(), test));
    }

    /** By the document of the policy file. */
    private static boolean isAcceptable(String license, LicenseTest test) {
        if (test.match() == Match.NOT_IN) {
            return license.contains(" WITH ")
                    ? test.licenses().stream()
                            .filter(glob -> glob.pattern().contains(" WITH "))
                            .anyMatch(glob -> isListed(license, new LicenseTest(Match.NOT_IN, List.of(glob))))
                    : isListed(license, test);
        }
        String id = license.replaceFirst(" WITH .*", "");
        return !isListed(license, test) && !isListed(id, test) && !isListed(id.replaceFirst("\\+$", ""), test);
    }

    private static boolean isListed(String license, LicenseTest test) {
        return test.licenses().stream()
                .map(glob -> new Glob(glob.pattern().toLowerCase(Locale.ROOT)))
                .anyMatch(glob -> glob.matches(license.toLowerCase(Locale.ROOT)));
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
