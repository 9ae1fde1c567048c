package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void aProgramIsToldByItsEndingOrItsFirstLine() {
        assertThat(of("a.PY", "")).isEqualTo("python");
        assertThat(of("App.tsx", "")).isEqualTo("typescript");
        assertThat(of("shop.gemspec", "")).isEqualTo("ruby");
        assertThat(of("build.gradle", "")).isEqualTo("groovy");
        assertThat(of("run", "#!/usr/bin/env -S node --x\n")).isEqualTo("javascript");
        assertThat(of("run", "#!/bin/sh\n")).isEqualTo("bash");
        assertThat(of("run", "#!/usr/bin/python3\n")).isEqualTo("python");
    }

    @Test
    void wordsAndDataAreNoProgram() {
        for (String name :
                new String[] {"README.md", "LICENSE", "pom.xml", "a.json", "a.yaml", "logo.png", "Makefile"}) {
            assertThat(of(name, "words")).as(name).isEqualTo("none");
        }
    }

    @Test
    void theLanguagesOfRulesAreReadAsTheyAreWritten() {
        assertThat(Languages.ofRules("""
                        rules:
                          - id: a
                            languages: [py, "typescript", 'js']
                          - languages:
                              - golang # Go
                              - c++
                            id: b
                          - id: c
                            languages: [generic]
                        """))
                .containsExactly("cpp", "generic", "go", "javascript", "python", "typescript");
    }

    private static String of(String name, String beginning) {
        return Languages.of(name, beginning.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orElse("none");
    }
}
