package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes stands for, by one rule for YAML and JSON (see {@link Format#YAML}): YAML 1.2's core
 * schema for null, true and false, JSON's notation for numbers, and text for everything else.
 */
final class Scalars {

    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private Scalars() {}

    static Node resolve(String text, Position position, Path path) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Node.Null(position, path);
            case "true", "True", "TRUE" -> new Node.Flag(true, position, path);
            case "false", "False", "FALSE" -> new Node.Flag(false, position, path);
            default -> isNumber(text) ? new Node.Number(text, position, path) : new Node.Text(text, position, path);
        };
    }

    /** Whether a number is short enough to compute with and neither overflows nor vanishes as a double. */
    static boolean isInRange(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return false;
        }
        double value = Double.parseDouble(number);
        return Double.isFinite(value) && (value != 0 || isZero(number));
    }

    private static boolean isNumber(String text) {
        char first = text.charAt(0);
        return (first == '-' || (first >= '0' && first <= '9'))
                && NUMBER.matcher(text).matches();
    }

    private static boolean isZero(String number) {
        for (int i = 0; i < number.length() && (number.charAt(i) | 0x20) != 'e'; i++) {
            if (number.charAt(i) >= '1' && number.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }
}
