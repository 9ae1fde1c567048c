/**
 * What a policy says without meaning it: rules that can never hold, that others cover, that leave no way through, and
 * what is declared and never used. Everything here is sound, but for names that may be mistyped: where it cannot be sure, it
 * says nothing.
 */
@NullMarked
package io.imprimatur.core.policy.lint;

import org.jspecify.annotations.NullMarked;
