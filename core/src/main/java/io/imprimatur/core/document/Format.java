package io.imprimatur.core.document;

/** The notations that {@link DocumentReader} reads. */
public enum Format {
    /**
     * YAML 1.2, one document, without anchors, aliases, tags, merge keys and directives; keys are text.
     *
     * <p>A scalar without quotes is {@code true}, {@code false} (also {@code True}, {@code TRUE}, ...), null
     * ({@code null}, {@code Null}, {@code NULL}, {@code ~} or nothing at all) or a number exactly where JSON has
     * one; any other is text. So {@code no}, {@code on}, {@code 0o7}, {@code 007}, {@code 0x1F}, {@code +1},
     * {@code 1_000}, {@code 1:30}, {@code .inf} and {@code 2026-11-23} are text, and no country is false.
     */
    YAML,
    /** JSON as RFC 8259 has it, with nothing allowed beyond, and no key twice in an object. */
    JSON
}
