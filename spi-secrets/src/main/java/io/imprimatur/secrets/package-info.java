/**
 * Finds secrets in changed files: provider tokens by structure and checksum, private keys, and passwords in URLs.
 *
 * <p>Everything works on bytes, in time linear in their number, and nothing that was matched leaves the detector: a
 * {@link io.imprimatur.secrets.Match} holds offsets and fixed words about the kind of secret, never a byte of it.
 */
@NullMarked
package io.imprimatur.secrets;

import org.jspecify.annotations.NullMarked;
