package io.imprimatur.core.policy;

import io.imprimatur.core.policy.file.ConditionReader;
import io.imprimatur.core.policy.file.PolicyFile;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicySource;

/**
 * Reads the file of a policy, YAML or JSON. The format is described in {@code samples/docs/policy-file.md}. A file has at
 * most 1 MiB, 64 levels, {@value Vocabulary#MAX_RULES} rules and {@value ConditionReader#MOST} conditions.
 *
 * <p>A file is read as a whole or refused as a whole, with everything that is wrong with it: line, column, field, value
 * and remedy. Pure and thread-safe.
 */
public final class PolicyReader {
    /** The most rules that a policy's file may have. */
    public static final int MAX_RULES = Vocabulary.MAX_RULES;

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @param content the bytes of the file, UTF-8
     * @param source the name of the file, for problems; one that ends in {@code .json} holds JSON, any other YAML
     * @throws ImprimaturException {@link ErrorCode#INVALID_POLICY} with everything that is wrong, in the order of the file
     */
    public static Policy read(byte[] content, String source) {
        return read(content, source, PolicySource.NONE);
    }

    /**
     * Reads a policy and all that it extends: at most 16 others, at most 8 that extend one another.
     *
     * @param content the bytes of the file, UTF-8
     * @param source the name of the file, for problems; one that ends in {@code .json} holds JSON, any other YAML
     * @param layers where to find what it extends
     * @throws ImprimaturException {@link ErrorCode#INVALID_POLICY} with everything that is wrong with each of them and
     *     between them: a policy can only tighten what it extends
     */
    public static Policy read(byte[] content, String source, PolicySource layers) {
        return PolicyFile.read(content, source, layers);
    }
}
