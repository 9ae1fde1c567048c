package io.imprimatur.core.policy;

import io.imprimatur.core.json.value.PrettyJson;
import io.imprimatur.core.policy.shape.SchemaTree;

/**
 * The structure of a policy's file as a JSON Schema (draft 2020-12), for editors and other tools. It is written from the
 * vocabulary that {@link PolicyReader} reads by, and accepts and refuses what the reader does as far as structure goes:
 * types, keys, what must be there, the spelling of values, and where {@code not} may stand. What a name refers to, what
 * must be unique or in order, how much there may be, and how YAML is used, the reader alone checks. Pure and thread-safe.
 */
public final class PolicySchema {
    private PolicySchema() {}

    /** The schema, JSON for people. */
    public static String json() {
        return PrettyJson.text(SchemaTree.of());
    }
}
