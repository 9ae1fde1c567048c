/**
 * A policy as a document for people who do not read its file. {@link io.imprimatur.core.handbook.Handbook} says what stands
 * in it, once; a {@code Sheet} is the paper, Markdown or HTML.
 */
@NullMarked
package io.imprimatur.core.handbook;

import org.jspecify.annotations.NullMarked;
