package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void isThere() {
        assertThat(GateCli.class.getPackageName()).isEqualTo("io.imprimatur.samples.gate");
    }

    @Property(tries = 10)
    void holds(@ForAll int number) {
        assertThat(Integer.parseInt(Integer.toString(number))).isEqualTo(number);
    }
}
