package io.imprimatur.core.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.policy.Policy;

public final class PolicyWriter {
    private PolicyWriter() {}

    public static Digest digest(Policy p) {
        return Digest.of(p.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
