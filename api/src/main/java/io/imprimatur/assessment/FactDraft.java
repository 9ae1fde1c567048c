package io.imprimatur.assessment;

import io.imprimatur.error.Preconditions;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Fact} as an embedder fills it: unchecked, so that every mistake can be reported at once.
 *
 * @param name an identifier
 * @param value a {@link String}, a {@link Boolean}, an {@link Integer} or {@link Long}, or a list of strings
 * @param source where it is known from
 */
public record FactDraft(
        @NotNull @Pattern(regexp = Preconditions.ID, message = ID) @Size(max = Preconditions.MAX_ID) @Nullable
        String name,

        @NotNull @Nullable Object value,

        @NotNull @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 1000) @Nullable
        String source) {

    private static final String ID = "must be lower-case letters and digits in words joined by one of . _ / -";
    private static final String TEXT = "must not be blank, nor hold half of a surrogate pair";
}
