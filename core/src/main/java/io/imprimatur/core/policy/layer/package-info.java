/** Policies on one another: what one says that extends others, and that it only tightens what they say. */
@NullMarked
package io.imprimatur.core.policy.layer;

import org.jspecify.annotations.NullMarked;
