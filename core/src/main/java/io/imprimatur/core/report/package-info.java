/**
 * What was decided, written for people and for other tools: text as a compiler writes it, Markdown for a comment on a pull
 * request, SARIF for what shows findings. Each is a pure function of an {@link io.imprimatur.core.Outcome}: the same
 * outcome gives the same characters. Whatever the change, a scanner or a policy says is shown, never obeyed.
 */
@NullMarked
package io.imprimatur.core.report;

import org.jspecify.annotations.NullMarked;
