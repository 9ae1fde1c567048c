package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Generation} as an outsider fills it: unchecked, so that every mistake can be reported at once. The core
 * checks the constraints and makes the strict type.
 *
 * @param id unique in the change
 * @param model the model's id
 * @param modelVersion where it is not part of the id
 * @param provider who runs the model
 * @param region where the model runs
 * @param tool the tool that called it
 * @param requesterName who asked for it
 * @param requesterEmail the address of who asked for it
 * @param promptCommitment HMAC-SHA256 of the prompt as 64 lower-case hexadecimal digits
 * @param confidence from 0 to 1, at most six digits after the point
 * @param reasoningSteps how many steps of reasoning were recorded
 * @param time when
 */
public record GenerationDraft(
        @NotNull @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String id,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String model,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String modelVersion,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String provider,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String region,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String tool,

        @Pattern(regexp = Preconditions.WELL_FORMED, message = WELL_FORMED) @Size(max = 1000) @Nullable
        String requesterName,

        @Pattern(regexp = Preconditions.WELL_FORMED, message = WELL_FORMED) @Size(max = 1000) @Nullable
        String requesterEmail,

        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits") @Nullable
        String promptCommitment,

        @DecimalMin(value = "0", message = RATIO)
        @DecimalMax(value = "1", message = RATIO)
        @Digits(integer = 1, fraction = 6, message = RATIO)
        @Nullable
        BigDecimal confidence,

        @PositiveOrZero @Nullable Integer reasoningSteps,
        @Nullable Instant time) {

    private static final String RATIO = "must be from 0 to 1 with at most six digits after the point";
    private static final String TEXT = "must not be blank, nor hold half of a surrogate pair";
    private static final String WELL_FORMED = "must not hold half of a surrogate pair";
}
