package io.imprimatur.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**",
                "*",
                "**/CVE-2021-*",
                "CVE-2021-44228",
                "CVE-*-4422?",
                "*44228",
                "?VE-????-????",
                "\\CVE-20*9\\9",
                "CVE-*-123456789012"
            })
    void aPatternThatSomeVulnerabilityMatchesIsTaken(String pattern) {
        assertThat(FindingFilter.builder().cve(new Glob(pattern)).build().cve()).containsExactly(new Glob(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cve-2021-*",
                "GHSA-*",
                "2021-*",
                "CVE-2021",
                "CVE-2021-123",
                "CVE-21-*",
                "CVE-2021-1234567890123",
                "CVE-2021-*x",
                "CVE-2021-*/**",
                "**/*/CVE-2021-*"
            })
    void aPatternThatNoneCanMatchIsRefused(String pattern) {
        assertThatThrownBy(() -> FindingFilter.builder().cve(new Glob(pattern)).build())
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("finding.cve: must match vulnerabilities such as CVE-2021-44228");
    }
}
