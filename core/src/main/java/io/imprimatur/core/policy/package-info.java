/**
 * The policy's file, in and out.
 *
 * <p>{@link io.imprimatur.core.policy.PolicyReader} turns YAML or JSON into a {@link io.imprimatur.policy.Policy}, or
 * into a list of everything that is wrong with it; {@link io.imprimatur.core.policy.PolicyWriter} goes the other way and
 * digests. {@link io.imprimatur.core.policy.StarterPolicy} is for those who have none yet, and
 * {@link io.imprimatur.core.policy.BuiltInRules} stand beside every policy. {@link io.imprimatur.core.policy.WaiverReader}
 * reads the exceptions from it.
 */
@NullMarked
package io.imprimatur.core.policy;

import org.jspecify.annotations.NullMarked;
