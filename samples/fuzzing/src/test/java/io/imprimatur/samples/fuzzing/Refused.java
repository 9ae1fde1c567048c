package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;

/** What a reader says of a file that it does not take. */
final class Refused {
    private Refused() {}

    /** Whether content is tried as JSON. */
    static boolean json(byte[] content) {
        return content.length > 0 && content[0] == '{';
    }

    /** Each of its problems has a place in the file. */
    static void check(ImprimaturException refused, ErrorCode code, String source) {
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.position().isKnown()).as(problem.toString()).isTrue();
            assertThat(problem.source()).isEqualTo(source);
        });
    }
}
