package io.imprimatur.core.scan;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a scanner in every run: the scanner, or why there is none.
 *
 * @param scanner absent where it could not be made
 * @param gap what is not covered where nobody answers
 */
record Seat(ScannerDescriptor descriptor, @Nullable Scanner scanner, Gap gap) {

    /** Makes the scanner. Settings that it refuses are added to {@code refused}: they are the policy's mistake. */
    static Seat of(Installed installed, ScannerSettings settings, SecretSource secrets, List<Problem> refused) {
        ScannerDescriptor descriptor = installed.descriptor();
        try {
            Scanner scanner = installed.provider().create(settings, secrets);
            if (scanner == null) {
                return vacant(descriptor, "create() answered null");
            }
            return new Seat(
                    descriptor, scanner, Gap.whole(Gap.Cause.FAILED, "Scanner " + descriptor.id() + " gave no answer"));
        } catch (ImprimaturException failure) {
            if (failure.code() == ErrorCode.INVALID_CONFIGURATION) {
                refused.addAll(failure.problems());
            }
            return vacant(descriptor, Failures.name(failure));
        } catch (Throwable failure) { // whatever it is, it is the provider's
            return vacant(descriptor, Failures.name(failure));
        }
    }

    /** A scanner that the policy names and that is not there. */
    static Seat absent(String id, List<Category> categories) {
        return new Seat(
                new ScannerDescriptor(id, "not installed", categories),
                null,
                Gap.whole(Gap.Cause.NOT_INSTALLED, "Scanner " + id + " is named by the policy and is not there"));
    }

    private static Seat vacant(ScannerDescriptor descriptor, String why) {
        String detail = "Scanner " + descriptor.id() + " could not be made: " + why;
        return new Seat(descriptor, null, Gap.whole(Gap.Cause.NOT_CONFIGURED, detail));
    }

    /** Whether the scanner would say of other content what it finds in that; no, where it cannot say. */
    boolean readsContent() {
        try {
            return scanner != null && scanner.readsContent();
        } catch (Throwable failure) { // whatever it is, it is the scanner's
            return false;
        }
    }

    /** The report of a run in which nobody answered. */
    ScanReport noAnswer() {
        return new ScanReport(descriptor, List.of(), Coverage.except(gap));
    }
}
