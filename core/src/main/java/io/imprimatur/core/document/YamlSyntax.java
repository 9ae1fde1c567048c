package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** SnakeYAML's complaints in words that help whoever wrote the file. */
final class YamlSyntax {

    private static final String QUOTE = "put the text between quotes";

    static final Saying UNKNOWN = new Saying("", "not YAML", "correct the syntax here or just above");

    private static final List<Saying> PROBLEMS = List.of(
            new Saying("'\\t(TAB)'", "a tab where indentation is expected", "indent with spaces"),
            new Saying("cannot start any token", "a character that no text can begin with unless quoted", QUOTE),
            new Saying(
                    "mapping values are not allowed",
                    "a ':' where no key can stand",
                    "correct the indentation, or put text that holds ': ' between quotes"),
            new Saying("could not find expected ':'", "a line that is neither 'key: value' nor a list item", QUOTE),
            new Saying(
                    "sequence entries are not allowed",
                    "a list item where none can stand",
                    "put the list on the lines below its key, or put the text between quotes"),
            new Saying("mapping keys are not allowed", "a '?' where no key can stand", QUOTE),
            new Saying(
                    "but got ", "a bracket that is not closed, or a missing comma", "add ',' or the closing bracket"),
            new Saying(
                    "expected <block end>",
                    "a line that does not fit the indentation of those above",
                    "line up the keys of a mapping and the items of a list"),
            new Saying("unexpected end of stream", "a quoted text that does not end", "close it with the same quote"),
            new Saying("document separator", "a quoted text that does not end", "close it with the same quote"),
            new Saying(
                    "escape",
                    "an unknown escape in a double-quoted text",
                    "write '\\\\' for a backslash, or use single quotes"),
            new Saying(
                    "tag handle",
                    "tags are refused",
                    "leave the tag out, or put text that begins with '!' between quotes"),
            new Saying(
                    "<document start>",
                    "must be one document, but something follows its end",
                    "keep one document in a file"),
            new Saying("YAML document", "directives are refused", "leave it out: the file is read as YAML 1.2"),
            new Saying("YAML directive", "directives are refused", "leave it out: the file is read as YAML 1.2"));

    private static final List<Saying> CONTEXTS = List.of(
            new Saying("directive", "directives are refused", "leave it out: the file is read as YAML 1.2"),
            new Saying("tag", "tags are refused", "leave the tag out, or put text that begins with '!' between quotes"),
            new Saying("an alias", "a '*' that begins no alias", QUOTE),
            new Saying("an anchor", "a '&' that begins no anchor", QUOTE),
            new Saying(
                    "block scalar",
                    "a block text whose head is wrong",
                    "put text such as \">= 3\" between quotes, or write '|' or '>' alone and the text on the lines below"));

    private YamlSyntax() {}

    static UnreadableException explain(MarkedYAMLException marked) {
        Mark context = marked.getContextMark();
        Mark mark = marked.getProblemMark() == null ? context : marked.getProblemMark();
        Position position = mark == null ? Position.NONE : YamlEvents.position(mark);
        Saying saying = find(marked);
        return new Saying("", saying.reason() + beginning(context, position), saying.remedy()).at(position);
    }

    private static Saying find(MarkedYAMLException marked) {
        Saying problem = Saying.find(PROBLEMS, marked.getProblem());
        Saying context = problem == null ? Saying.find(CONTEXTS, marked.getContext()) : problem;
        return context == null ? UNKNOWN : context;
    }

    private static String beginning(@Nullable Mark context, Position position) {
        Position start = context == null ? position : YamlEvents.position(context);
        return start.equals(position) ? "" : ", in what begins at line " + start.line() + ", column " + start.column();
    }
}
