/**
 * Tests of a policy, written beside it by whoever writes the policy: given such a change, this is what is expected. Read
 * from a file, run without a clock, a repository or a scanner, and counted against the rules.
 */
@NullMarked
package io.imprimatur.core.policy.cases;

import org.jspecify.annotations.NullMarked;
