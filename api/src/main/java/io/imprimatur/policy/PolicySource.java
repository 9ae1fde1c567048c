package io.imprimatur.policy;

import io.imprimatur.error.ImprimaturException;
import java.util.Optional;

/**
 * Where a policy finds the policies that it extends: the branch that the change is meant for, or the caller. An
 * implementation MUST NOT look at the head of the change, and MUST give the same document for the same name each time.
 */
@FunctionalInterface
public interface PolicySource {
    /** Has none. */
    PolicySource NONE = name -> Optional.empty();

    /**
     * The file of a policy; empty where there is none.
     *
     * @param name an identifier
     * @throws ImprimaturException with what is wrong with it, where there is one that cannot be had
     */
    Optional<PolicyDocument> find(String name);

    /** Looks here first, and where this has none, elsewhere. */
    default PolicySource or(PolicySource elsewhere) {
        return name -> find(name).or(() -> elsewhere.find(name));
    }
}
