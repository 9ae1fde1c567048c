/**
 * How a policy is spelled: its file is read into typed data and written from it. Every type has one spelling, which the
 * JSON of a decision shares.
 */
@NullMarked
package io.imprimatur.core.policy.file;

import org.jspecify.annotations.NullMarked;
