package io.imprimatur.core.policy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the reader says against a file that it must refuse. */
record Refusal(List<Problem> problems) {

    static Refusal of(String text, String source) {
        return of(text.getBytes(StandardCharsets.UTF_8), source);
    }

    static Refusal of(byte[] content, String source) {
        try {
            throw new AssertionError("read: " + PolicyReader.read(content, source));
        } catch (ImprimaturException refused) {
            if (refused.code() != ErrorCode.INVALID_POLICY || refused.problems().isEmpty()) {
                throw new AssertionError(refused.code() + " without a problem", refused);
            }
            return new Refusal(refused.problems());
        }
    }

    /** One line each: {@code line:column field: message, but was: value; remedy}. */
    List<String> lines() {
        return problems.stream()
                .map(problem -> problem.position() + " "
                        + problem.in(null)
                                .at(io.imprimatur.error.Position.NONE)
                                .toString()
                                .strip())
                .toList();
    }
}
