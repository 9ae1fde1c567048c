package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;

/** The file of a policy, not yet read. Immutable and thread-safe. */
public final class PolicyDocument {
    private final String source;
    private final byte[] content;

    /**
     * A file.
     *
     * @param source its name, for problems; one that ends in {@code .json} holds JSON, any other YAML
     * @param content its bytes, UTF-8
     */
    public PolicyDocument(String source, byte[] content) {
        this.source = Preconditions.text(source, "source", 20_000);
        this.content = Preconditions.notNull(content, "content").clone();
    }

    /** The name of the file. */
    public String source() {
        return source;
    }

    /** A copy of its bytes. */
    public byte[] content() {
        return content.clone();
    }
}
