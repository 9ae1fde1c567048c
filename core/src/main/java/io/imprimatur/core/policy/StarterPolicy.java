package io.imprimatur.core.policy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy that decides where there is no other, and that those who begin can copy and change. It needs no roles and
 * no scanner in particular. Pure and thread-safe.
 */
public final class StarterPolicy {
    /** The name of its file, for problems and as the source of its rules. */
    public static final String SOURCE = "starter.yaml";

    private StarterPolicy() {}

    /** The policy. */
    public static Policy policy() {
        return PolicyReader.read(content(), SOURCE);
    }

    /** Its file, YAML with comments for whoever reads it first; UTF-8. */
    public static byte[] content() {
        try (InputStream resource = StarterPolicy.class.getResourceAsStream(SOURCE)) {
            if (resource == null) {
                throw unreadable(null);
            }
            return resource.readAllBytes();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static ImprimaturException unreadable(@Nullable IOException cause) {
        return new ImprimaturException(
                ErrorCode.IO_FAILURE,
                List.of(Problem.of("the embedded starter policy cannot be read")
                        .in(SOURCE)
                        .remedy("check that the jar of imprimatur-core is whole")),
                cause);
    }
}
