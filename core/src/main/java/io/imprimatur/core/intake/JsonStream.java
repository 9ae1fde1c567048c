package io.imprimatur.core.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document read once from front to back; nothing of it is kept. Standing at a value, a reader takes it in one of the
 * ways below, or leaves it, and then it is skipped:
 *
 * <pre>{@code
 * JsonStream.read(source, JsonLimits.DEFAULT, json -> json.object(key -> {
 *     switch (key) {
 *         case "version" -> version = json.text();
 *         case "results" -> json.array(this::result);
 *         default -> {} // skipped
 *     }
 * }));
 * }</pre>
 *
 * <p>UTF-8, UTF-16 and UTF-32, with or without a byte order mark. {@code NaN} and the infinities, which some tools write, are
 * numbers. Of a key that stands twice in an object, both values are
 * handed over. {@code null} is never an error: it reads as absent. Every other value of the wrong kind is one.
 *
 * <p>Every failure is an {@link ImprimaturException}: {@link ErrorCode#INVALID_DOCUMENT} for what the document is to blame
 * for, with line and column (in bytes, for UTF-8) and path, {@link ErrorCode#IO_FAILURE} for the source. It shows no text of
 * the document. Not thread-safe.
 */
public final class JsonStream {
    /** What stands at a place. */
    public enum Kind {
        OBJECT("an object"),
        ARRAY("an array"),
        TEXT("a text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String source;
    private final JsonLimits limits;
    private final JsonParser parser;
    private boolean stopped;

    private JsonStream(String source, JsonLimits limits, JsonParser parser) {
        this.source = source;
        this.limits = limits;
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @param root is called once, standing at the root of the document
     * @throws ImprimaturException as the class says, and whatever {@code root} throws; what was handed over before stays so
     */
    public static void read(ReportSource source, JsonLimits limits, Consumer<JsonStream> root) {
        Preconditions.notNull(root, "root");
        try (InputStream in = source.open();
                JsonParser parser = factory(limits).createParser(in)) {
            JsonStream json = new JsonStream(source.name(), limits, parser);
            json.document(root);
        } catch (IOException e) {
            throw JsonFailure.of(e, source.name(), Position.NONE, "", limits);
        }
    }

    private void document(Consumer<JsonStream> root) {
        if (next() == null) {
            throw refuse("must not be empty", null, "give a JSON document");
        }
        root.accept(this);
        leave();
        if (!stopped && next() != null) {
            throw refuse("must end after its first value", null, "keep one JSON document in a file");
        }
    }

    /** What stands here. */
    public Kind kind() {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.FLAG;
            case VALUE_NULL -> Kind.NULL;
            default ->
                throw new ImprimaturException(
                        ErrorCode.INVALID_VALUE,
                        problem("must be taken once").remedy("correct the reader of the report"));
        };
    }

    /** Reads an object: {@code member} is called with each key, standing at its value. False where there is null. */
    public boolean object(Consumer<String> member) {
        if (!is(Kind.OBJECT)) {
            return false;
        }
        while (!stopped && next() == JsonToken.FIELD_NAME) {
            String key = name();
            next();
            member.accept(key);
            leave();
        }
        return true;
    }

    /** Reads an array: {@code item} is called standing at each item. False where there is null. */
    public boolean array(Runnable item) {
        if (!is(Kind.ARRAY)) {
            return false;
        }
        while (!stopped && next() != JsonToken.END_ARRAY) {
            item.run();
            leave();
        }
        return true;
    }

    /** Text; null where there is null. */
    public @Nullable String text() {
        return is(Kind.TEXT) ? string() : null;
    }

    /** Text, or a number or a flag as it is written; null where there is null. For fields of which tools disagree. */
    public @Nullable String scalar() {
        Kind kind = kind();
        if (kind == Kind.NULL) {
            return null;
        }
        if (kind == Kind.OBJECT || kind == Kind.ARRAY) {
            throw wrongKind("a text or a number");
        }
        return string();
    }

    /** A text, or a list of texts, as tools write what is usually one: at most {@code most}, the others are left out. */
    public List<String> texts(int most) {
        List<String> texts = new ArrayList<>();
        Runnable one = () -> {
            String text = text();
            if (text != null && texts.size() < most) {
                texts.add(text);
            }
        };
        if (kind() == Kind.ARRAY) {
            array(one);
        } else {
            one.run();
        }
        return List.copyOf(texts);
    }

    /** A whole number; absent where there is null. One that a long cannot hold counts as the nearest that it can. */
    public OptionalLong whole() {
        if (!is(Kind.NUMBER)) {
            return OptionalLong.empty();
        }
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return OptionalLong.of(parser.getLongValue());
            }
            double value = parser.getDoubleValue();
            if (value != Math.rint(value)) {
                throw wrongKind("a whole number");
            }
            return OptionalLong.of((long) value);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** A flag; absent where there is null. */
    public Optional<Boolean> flag() {
        return is(Kind.FLAG) ? Optional.of(parser.currentToken() == JsonToken.VALUE_TRUE) : Optional.empty();
    }

    /** Ends the reading: no reader is called again, and what follows may be anything. */
    public void stop() {
        stopped = true;
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return stopped;
    }

    /** Where the reader stands. */
    public Position position() {
        return JsonFailure.position(parser.currentTokenLocation());
    }

    /** The way there from the root, for example {@code runs[0].results[3].level}; empty at the root. */
    public String path() {
        return JsonPath.of(parser.getParsingContext());
    }

    /** An error at this place. The value must hold nothing that the report may have of a secret. */
    public ImprimaturException refuse(String rule, @Nullable String value, String remedy) {
        return new ImprimaturException(
                ErrorCode.INVALID_DOCUMENT, problem(rule).value(value).remedy(remedy));
    }

    /** What is wrong at this place. */
    public Problem problem(String rule) {
        String path = path();
        return Problem.of(rule).in(source).at(position()).field(path.isEmpty() ? null : path);
    }

    /** Whether a value of the kind stands here; not where there is null. */
    private boolean is(Kind wanted) {
        Kind kind = kind();
        if (kind != wanted && kind != Kind.NULL) {
            throw wrongKind(wanted.words);
        }
        return kind == wanted;
    }

    private ImprimaturException wrongKind(String wanted) {
        return refuse("must be " + wanted, kind().words, "check which tool and which format wrote the report");
    }

    /** Steps over what a reader left. */
    private void leave() {
        try {
            if (!stopped && parser.currentToken().isStructStart()) {
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private String string() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private ImprimaturException failure(IOException exception) {
        return JsonFailure.of(exception, source, JsonFailure.position(parser.currentLocation()), path(), limits);
    }

    /** No pool and no table of names that would outlive the document. */
    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.bytes())
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.text())
                        .build())
                .build();
    }
}
