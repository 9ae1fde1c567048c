package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Opengrep, which is another tool than Semgrep and goes by another command line. */
class RealOpengrepTest extends RealToolTest {
    @Override
    Path program() {
        return RealSemgrep.requireOpengrep();
    }

    @Test
    void noMoreOfItsRulesAreUnused() {
        assertThat(wholeGaps()).hasSize(1);
    }

    /** Where Semgrep gives up, it goes on. */
    @Test
    void dataIsFollowedFurther() {
        assertThat(places("flow.py")).hasSize(1);
    }
}
