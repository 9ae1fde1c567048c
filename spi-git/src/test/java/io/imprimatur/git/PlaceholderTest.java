package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void isThere() {
        assertThat(Placeholder.class.getPackageName()).isEqualTo("io.imprimatur.git");
    }

    @Property(tries = 10)
    void holds(@ForAll int number) {
        assertThat(Integer.parseInt(Integer.toString(number))).isEqualTo(number);
    }
}
