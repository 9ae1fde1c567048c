package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The events of a YAML text, from SnakeYAML's own parser: it keeps its stack on the heap, tells of every anchor, alias
 * and tag, and needs none of the classes that build objects.
 */
final class YamlEvents implements Events {

    private final String text;
    private final StreamReader reader;
    private final ParserImpl parser;

    YamlEvents(String text) {
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        reader = new StreamReader(text);
        parser = new ParserImpl(reader, options);
    }

    @Override
    public Event next() {
        org.yaml.snakeyaml.events.Event event;
        try {
            event = parser.getEvent();
        } catch (MarkedYAMLException e) {
            throw YamlSyntax.explain(e);
        } catch (RuntimeException e) {
            // SnakeYAML lets a NumberFormatException out for "\UFFFFFFFF". Whatever it throws, the text is at fault.
            throw YamlSyntax.UNKNOWN.at(new Position(reader.getLine() + 1, reader.getColumn() + 1));
        }
        Mark mark = event.getStartMark();
        Position position = position(mark);
        return switch (event.getEventId()) {
            case DocumentStart ->
                new Event(Event.Kind.DOCUMENT, position, directive((DocumentStartEvent) event), false, null, null);
            case MappingStart -> {
                MappingStartEvent start = (MappingStartEvent) event;
                yield new Event(Event.Kind.MAPPING, position, "", false, start.getAnchor(), start.getTag());
            }
            case SequenceStart -> {
                SequenceStartEvent start = (SequenceStartEvent) event;
                yield new Event(Event.Kind.SEQUENCE, position, "", false, start.getAnchor(), start.getTag());
            }
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                yield new Event(
                        Event.Kind.SCALAR,
                        position,
                        scalar.getValue(),
                        scalar.isPlain(),
                        scalar.getAnchor(),
                        scalar.getTag());
            }
            case Alias -> new Event(Event.Kind.ALIAS, position, ((AliasEvent) event).getAnchor(), false, null, null);
            case MappingEnd, SequenceEnd -> Event.of(Event.Kind.END, position);
            case StreamEnd -> Event.of(Event.Kind.FINISH, position);
            case StreamStart, DocumentEnd, Comment -> next();
        };
    }

    static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The directive at the head of a document, or the empty text. */
    private String directive(DocumentStartEvent start) {
        int from = text.offsetByCodePoints(0, start.getStartMark().getIndex());
        if (!start.getExplicit() || text.charAt(from) != '%') {
            return "";
        }
        int to = from;
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        return text.substring(from, to).stripTrailing();
    }
}
