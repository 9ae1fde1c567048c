package io.imprimatur.secrets;

/**
 * A kind of secret.
 *
 * @param id the name that findings and policies use, such as {@code npm-token}
 * @param title what it is, for people, such as {@code npm access token}
 * @param preview fixed words that show a reader what to look for without any byte of the secret, such as {@code npm_…}
 */
record SecretKind(String id, String title, String preview) {}
