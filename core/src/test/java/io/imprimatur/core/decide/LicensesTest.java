package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Licence expressions by SPDX 2.3, Annex D, and what a policy asks of them. */
class LicensesTest {

    @ParameterizedTest
    @CsvSource({
        "MIT, FALSE",
        "GPL-3.0-only, TRUE",
        "MIT OR GPL-3.0-only, FALSE",
        "GPL-2.0-only OR GPL-3.0-only, TRUE",
        "MIT AND GPL-3.0-only, TRUE",
        "MIT AND Apache-2.0, FALSE",
        // AND binds closer than OR: MIT may be chosen, whatever the other side asks.
        "GPL-2.0-only AND MIT OR MIT, FALSE",
        "MIT OR GPL-2.0-only AND GPL-3.0-only, FALSE",
        // With parentheses, the other way round.
        "GPL-2.0-only AND (MIT OR Apache-2.0), TRUE",
        "(MIT OR GPL-2.0-only) AND Apache-2.0, FALSE",
        "((GPL-2.0-only)), TRUE",
        "(MIT)AND(GPL-2.0-only), TRUE",
        // WITH binds closer than both, and adds to what one may do without taking away.
        "GPL-2.0-only WITH Classpath-exception-2.0, TRUE",
        "GPL-2.0-only WITH Classpath-exception-2.0 OR MIT, FALSE",
        "MIT AND GPL-2.0-only WITH Classpath-exception-2.0, TRUE",
        "GPL-2.0+, TRUE",
        "GPL-2.0+ WITH Classpath-exception-2.0 AND MIT, TRUE",
        "LicenseRef-acme, FALSE",
        "DocumentRef-other:LicenseRef-acme OR GPL-3.0-only, FALSE",
        // Without regard to case.
        "gpl-3.0-ONLY, TRUE",
        "mit or gpl-3.0-only, FALSE",
        "mit and gpl-3.0-only, TRUE"
    })
    void refusesWhatCannotBeHadButUnderALicenceThatIsListed(String license, Truth expected) {
        assertThat(Licenses.meets(test(Match.IN, "GPL-*"), license)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, FALSE",
        "mit, FALSE",
        "GPL-3.0-only, TRUE",
        "MIT OR GPL-3.0-only, FALSE",
        "MIT AND GPL-3.0-only, TRUE",
        "MIT AND Apache-2.0, FALSE",
        "MIT AND Apache-2.0 OR GPL-3.0-only, FALSE",
        "MIT AND (Apache-2.0 OR GPL-3.0-only), FALSE",
        "MIT AND (ISC OR GPL-3.0-only), TRUE",
        // Who accepts a licence has not said so of it with an exception.
        "Apache-2.0 WITH LLVM-exception, TRUE",
        "Apache-2.0+, TRUE",
        "LicenseRef-acme, TRUE",
        "NONE, TRUE",
        "Apache License, TRUE"
    })
    void acceptsWhatCanBeHadUnderTheLicencesListedAlone(String license, Truth expected) {
        assertThat(Licenses.meets(test(Match.NOT_IN, "MIT", "Apache-2.0"), license))
                .isEqualTo(expected);
    }

    @Test
    void anExceptionAndOrLaterMayBeListedThemselves() {
        assertThat(Licenses.meets(
                        test(Match.NOT_IN, "Apache-2.0 WITH LLVM-exception"), "apache-2.0 with llvm-exception"))
                .isEqualTo(Truth.FALSE);
        assertThat(Licenses.meets(test(Match.NOT_IN, "Apache-2.0*"), "Apache-2.0+"))
                .isEqualTo(Truth.FALSE);
        assertThat(Licenses.meets(test(Match.IN, "*classpath-exception-2.0"), "MIT WITH Classpath-exception-2.0"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void whoRefusesALicenceRefusesItWithAnExceptionAndOrLaterToo() {
        assertThat(Licenses.meets(test(Match.IN, "GPL-2.0-only"), "GPL-2.0-only WITH Classpath-exception-2.0"))
                .isEqualTo(Truth.TRUE);
        assertThat(Licenses.meets(test(Match.IN, "GPL-2.0"), "GPL-2.0+")).isEqualTo(Truth.TRUE);
        assertThat(Licenses.meets(test(Match.IN, "GPL-2.0"), "GPL-2.0+ WITH Classpath-exception-2.0"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void noAssertionIsUnknownUnlessTheRestDecides() {
        for (Match match : Match.values()) {
            assertThat(Licenses.meets(test(match, "MIT"), "NOASSERTION")).isEqualTo(Truth.UNKNOWN);
        }
        assertThat(Licenses.meets(test(Match.IN, "MIT"), "NOASSERTION+")).isEqualTo(Truth.UNKNOWN);
        assertThat(Licenses.meets(test(Match.IN, "GPL-*"), "NOASSERTION AND GPL-3.0-only"))
                .isEqualTo(Truth.TRUE);
        assertThat(Licenses.meets(test(Match.IN, "GPL-*"), "NOASSERTION AND MIT"))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(Licenses.meets(test(Match.NOT_IN, "MIT"), "NOASSERTION OR MIT"))
                .isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BSD-3-Clause, non-commercial use only",
                "BSD-3-Clause, GPL-3.0-only",
                "BSD-3-Clause & GPL-3.0-only",
                "BSD-3-Clause WITH Commons-Clause"
            })
    void aPatternDoesNotAcceptMoreThanTheLicenceThatItMatches(String license) {
        assertThat(Licenses.meets(test(Match.NOT_IN, "MIT", "BSD-*"), license)).isEqualTo(Truth.TRUE);
        assertThat(Licenses.meets(test(Match.NOT_IN, "MIT", "BSD-*"), "BSD-3-Clause"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void aPatternWithAnExceptionAcceptsIt() {
        assertThat(Licenses.meets(test(Match.NOT_IN, "GPL-* WITH *"), "GPL-2.0-only WITH Classpath-exception-2.0"))
                .isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GNU General Public License",
                "MIT/Apache-2.0",
                "MIT OR",
                "AND MIT",
                "OR",
                "()",
                "(MIT",
                "MIT)",
                "MIT Apache-2.0",
                "MIT WITH",
                "WITH Classpath-exception-2.0",
                "MIT WITH (Classpath-exception-2.0)",
                "MIT, Apache-2.0",
                "MPL-2.0++",
                "MIT+Apache-2.0",
                "MIT WITH LLVM-exception+",
                "OR+",
                "acme:MIT",
                "MIT OR OR ISC",
                "licença",
                " "
            })
    void wordsThatAreNoExpressionAreNeverKnownToBeAcceptable(String words) {
        assertThat(Licenses.meets(test(Match.IN, "GPL-*"), words)).isEqualTo(Truth.UNKNOWN);
        assertThat(Licenses.meets(test(Match.NOT_IN, "MIT"), words)).isEqualTo(Truth.TRUE);
    }

    @Test
    void wordsThatAreNoExpressionMayBeListedAsTheyStand() {
        assertThat(Licenses.meets(test(Match.IN, "GNU *"), " gnu general public license "))
                .isEqualTo(Truth.TRUE);
        assertThat(Licenses.meets(test(Match.NOT_IN, "the mit license"), "The MIT License"))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void depthOverflowsNothing() {
        for (int depth : new int[] {49, 51, 10_000}) {
            String deep = "(".repeat(depth) + "MIT" + ")".repeat(depth);
            assertThat(Licenses.meets(test(Match.IN, "GPL-*"), deep))
                    .isEqualTo(depth < 50 ? Truth.FALSE : Truth.UNKNOWN);
            assertThat(Licenses.meets(test(Match.IN, "GPL-*"), "(".repeat(depth)))
                    .isEqualTo(Truth.UNKNOWN);
        }
    }

    private static LicenseTest test(Match match, String... licenses) {
        return new LicenseTest(match, Stream.of(licenses).map(Glob::new).toList());
    }
}
