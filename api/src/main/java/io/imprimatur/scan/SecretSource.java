package io.imprimatur.scan;

import java.util.Optional;

/**
 * Where scanners get the secrets that they need, such as the token of a service. Given by the embedder; the library never
 * reads the environment. Implementations MUST be thread-safe.
 */
@FunctionalInterface
public interface SecretSource {
    /** A source with nothing in it. */
    SecretSource NONE = name -> Optional.empty();

    /**
     * The secret with a name, for example {@code snyk.token}; empty where there is none. The caller owns the array and
     * SHOULD overwrite it after use.
     */
    Optional<char[]> secret(String name);
}
