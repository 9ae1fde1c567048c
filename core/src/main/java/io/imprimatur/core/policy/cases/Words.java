package io.imprimatur.core.policy.cases;

import io.imprimatur.core.policy.file.Percent;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.Ratio;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Values that cases write as text. */
final class Words {
    private Words() {}

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            throw refused("must be a time with its offset, such as 2026-12-19T00:00:00Z", text);
        }
    }

    static Ratio share(String text) {
        Ratio ratio = Percent.parse(text);
        if (ratio == null) {
            throw refused("must be a share such as 80%", text);
        }
        return ratio;
    }

    static ImprimaturException refused(String rule, String text) {
        return new ImprimaturException(ErrorCode.INVALID_VALUE, Problem.of(rule).value(text));
    }
}
