package io.imprimatur.error;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: what, where, the value, and what to do about it. All text is shown with control and
 * bidirectional characters escaped, and longer values are cut before the word that makes them longer
 * than {@value #MAX_VALUE} characters. A problem never holds a
 * secret.
 *
 * @param message what is wrong, without the place and the value
 * @param source the file or object at fault, where there is one
 * @param position the place in the source
 * @param field the path of the field, for example {@code rules[2].when.finding.severity}
 * @param value the offending value
 * @param remedy what to do
 */
public record Problem(
        String message,
        @Nullable String source,
        Position position,
        @Nullable String field,
        @Nullable String value,
        @Nullable String remedy) {

    /** Longer values are cut. */
    public static final int MAX_VALUE = 200;

    public Problem {
        message = Printable.of(Preconditions.notNull(message, "message"));
        source = source == null ? null : Printable.of(source);
        Preconditions.notNull(position, "position");
        field = field == null ? null : Printable.of(field);
        value = value == null ? null : cut(Printable.of(value));
        remedy = remedy == null ? null : Printable.of(remedy);
    }

    /** Never within a word: half of a secret is not known as one any more. */
    private static String cut(String value) {
        if (value.length() <= MAX_VALUE) {
            return value;
        }
        String end = "… (" + value.length() + " characters)";
        return value.substring(0, value.lastIndexOf(' ', MAX_VALUE - end.length() - 1) + 1) + end;
    }

    /** A problem of which only the message is known. */
    public static Problem of(String message) {
        return new Problem(message, null, Position.NONE, null, null, null);
    }

    /** The same problem in a source. */
    public Problem in(@Nullable String newSource) {
        return new Problem(message, newSource, position, field, value, remedy);
    }

    /** The same problem at a place. */
    public Problem at(Position newPosition) {
        return new Problem(message, source, newPosition, field, value, remedy);
    }

    /** The same problem at a field. */
    public Problem field(@Nullable String newField) {
        return new Problem(message, source, position, newField, value, remedy);
    }

    /** The same problem with the offending value. */
    public Problem value(@Nullable Object newValue) {
        return new Problem(message, source, position, field, newValue == null ? null : newValue.toString(), remedy);
    }

    /** The same problem with what to do about it. */
    public Problem remedy(@Nullable String newRemedy) {
        return new Problem(message, source, position, field, value, newRemedy);
    }

    /** One line: {@code source:line:column: field: message, but was: value; remedy}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (source != null) {
            text.append(source).append(':');
        }
        if (position.isKnown()) {
            text.append(source == null ? "line " : "").append(position).append(':');
        }
        text.append(text.length() == 0 ? "" : " ");
        if (field != null) {
            text.append(field).append(": ");
        }
        text.append(message);
        if (value != null) {
            text.append(", but was: ").append(value);
        }
        if (remedy != null) {
            text.append("; ").append(remedy);
        }
        return text.toString();
    }
}
