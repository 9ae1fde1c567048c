package io.imprimatur.core.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.imprimatur.error.Position;
import java.io.IOException;

/** The events of a JSON text, from Jackson's streaming parser: keys and strings are quoted scalars, the rest plain. */
final class JsonEvents implements Events {

    private final JsonParser parser;
    private final Cursor cursor;

    JsonEvents(String text) {
        cursor = new Cursor(text);
        try {
            parser = factory().createParser(text);
        } catch (IOException e) {
            throw JsonSyntax.explain(e, cursor);
        }
    }

    @Override
    public Event next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Event.of(Event.Kind.FINISH, position());
            }
            return switch (token) {
                case START_OBJECT -> Event.of(Event.Kind.MAPPING, position());
                case START_ARRAY -> Event.of(Event.Kind.SEQUENCE, position());
                case END_OBJECT, END_ARRAY -> Event.of(Event.Kind.END, position());
                case FIELD_NAME, VALUE_STRING -> Event.scalar(parser.getText(), false, position());
                default -> Event.scalar(parser.getText(), true, position());
            };
        } catch (IOException e) {
            throw JsonSyntax.explain(e, cursor);
        }
    }

    private Position position() {
        return cursor.at((int) parser.currentTokenLocation().getCharOffset());
    }

    /** No pool and no table of names that would outlive the text; sizes are bounded before and after. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }
}
