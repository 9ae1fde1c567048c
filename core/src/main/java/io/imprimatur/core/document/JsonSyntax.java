package io.imprimatur.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.util.List;

/** Jackson's complaints in words that help whoever wrote the file; its own may quote the file at length. */
public final class JsonSyntax {

    private static final List<Saying> SAYINGS = List.of(
            new Saying("close marker", "a closing bracket that closes nothing", "pair the brackets"),
            new Saying(
                    "double-quote to start field name",
                    "a key without double quotes, or a comma before a closing bracket",
                    "put keys between double quotes and leave out the last comma"),
            new Saying("separate Object entries", "a missing comma", "put a comma between entries"),
            new Saying("separate Array entries", "a missing comma", "put a comma between items"),
            new Saying("separate field name and value", "a missing colon", "put a colon between key and value"),
            new Saying("numeric value", "not a JSON number", "write it like -12.5e3, or between double quotes"),
            new Saying("Decimal point", "not a JSON number", "write it like -12.5e3, or between double quotes"),
            new Saying("Leading", "not a JSON number", "leave out leading zeros and '+'"),
            new Saying("unquoted character", "a line break or control character in a string", "write it as an escape"),
            new Saying("surrogate", "surrogates must come in pairs", "write the whole character"),
            new Saying("UTF-8", "bytes that are no UTF-8", "save the file as UTF-8"),
            new Saying("escape", "an unknown escape in a string", "write '\\\\' for a backslash"));

    private static final Saying TOO_EARLY = new Saying("", "the text ends too early", "close what is open");

    private static final Saying UNKNOWN = new Saying(
            "", "not JSON", "JSON has objects, arrays, numbers, text between double quotes, true, false and null");

    private JsonSyntax() {}

    static UnreadableException explain(IOException exception, Cursor cursor) {
        if (!(exception instanceof JsonProcessingException parsing) || parsing.getLocation() == null) {
            return UNKNOWN.at(Position.NONE);
        }
        Position position = cursor.at((int) parsing.getLocation().getCharOffset());
        return saying(parsing).at(position);
    }

    /** What is wrong, without the place. */
    public static Problem problem(JsonProcessingException exception) {
        return saying(exception).at(Position.NONE).problem();
    }

    private static Saying saying(JsonProcessingException exception) {
        if (exception instanceof JsonEOFException) {
            return TOO_EARLY;
        }
        Saying saying = Saying.find(SAYINGS, exception.getOriginalMessage());
        return saying == null ? UNKNOWN : saying;
    }
}
