/**
 * What a policy's file may look like, stated once: its keys, what stands under them, and what they need beside them. The
 * reader holds a file against it, and the JSON Schema is written from it.
 */
@NullMarked
package io.imprimatur.core.policy.shape;

import org.jspecify.annotations.NullMarked;
