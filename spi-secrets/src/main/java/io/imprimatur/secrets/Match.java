package io.imprimatur.secrets;

/**
 * A secret found in a text: what kind it is and where it stands, without a byte of it. Lines and columns count from 1;
 * columns count UTF-16 code units.
 *
 * @param rank which one of its kind in its text, from 1: what names it without telling anything of it. A hash would let
 *     whoever reads a report try passwords against it.
 * @param firstColumn of its first character, on the first line
 * @param lastColumn of its last character, on the last line
 */
record Match(SecretKind kind, Grade grade, int rank, int firstLine, int lastLine, int firstColumn, int lastColumn) {}
