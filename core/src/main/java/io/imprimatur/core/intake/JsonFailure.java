package io.imprimatur.core.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.imprimatur.core.document.JsonSyntax;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a parser or a file throws, as an error of ours. Never the text of the exception, which may quote the report. */
final class JsonFailure {
    private JsonFailure() {}

    static ImprimaturException of(IOException exception, String source, Position here, String path, JsonLimits limits) {
        String field = path.isEmpty() ? null : path;
        if (exception instanceof JsonProcessingException parsing) {
            Problem problem =
                    parsing instanceof StreamConstraintsException ? tooLarge(limits) : JsonSyntax.problem(parsing);
            Position at = position(parsing.getLocation());
            return new ImprimaturException(
                    ErrorCode.INVALID_DOCUMENT,
                    problem.in(source).at(at.isKnown() ? at : here).field(field));
        }
        if (exception instanceof CharConversionException) {
            return new ImprimaturException(
                    ErrorCode.INVALID_DOCUMENT,
                    Problem.of("must be UTF-8, UTF-16 or UTF-32").in(source).remedy("save the file as UTF-8"));
        }
        return new ImprimaturException(
                ErrorCode.IO_FAILURE,
                Problem.of("cannot be read (" + exception.getClass().getSimpleName() + ")")
                        .in(source)
                        .remedy("check that the file is there and may be read"));
    }

    private static Problem tooLarge(JsonLimits limits) {
        return Problem.of("is larger than what is read: " + limits.bytes() + " bytes, " + limits.depth()
                        + " levels, texts of " + limits.text() + " characters")
                .remedy("let the tool write less, or raise the limits");
    }

    static Position position(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? Position.NONE
                : new Position(location.getLineNr(), Math.max(0, location.getColumnNr()));
    }
}
