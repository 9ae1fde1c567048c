package io.imprimatur.core.document;

import io.imprimatur.error.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a document, YAML or JSON, into a tree. Stateless; costs time and memory linear in the size of the text.
 *
 * <p>Nothing but problems comes of a bad document: no input makes the reader throw, recurse deeply or run on.
 */
public final class DocumentReader {

    private DocumentReader() {}

    /**
     * Reads one document.
     *
     * <p>If any problem was reported the document is refused. A tree that is there nevertheless serves only to look
     * for more to report.
     *
     * @param content the bytes of the file; UTF-8
     * @param source the name of the file, for problems
     * @param problems is given each problem, at most about a hundred, in the order they are found
     * @return the root of the tree, or nothing where the text could not be read to its end
     */
    public static Optional<Node> read(
            byte[] content, Format format, String source, Limits limits, Consumer<Problem> problems) {
        Report report = new Report(source, problems);
        try {
            return Optional.of(new Tree(events(content, format, limits, report), limits, report).read());
        } catch (UnreadableException end) {
            report.end(end);
            return Optional.empty();
        }
    }

    private static Events events(byte[] content, Format format, Limits limits, Report report) {
        if (content.length > limits.bytes()) {
            throw new UnreadableException(Problem.of("must have at most " + limits.bytes() + " bytes")
                    // Whoever read it may have stopped there, too.
                    .value("more than " + limits.bytes() + " bytes")
                    .remedy("split or shorten the document"));
        }
        String text = SourceText.decode(content, report);
        boolean refusesHidden = format == Format.YAML || !limits.hidden();
        String visible = refusesHidden ? SourceText.visible(text, report) : text;
        return format == Format.YAML ? new YamlEvents(visible) : new JsonEvents(visible);
    }
}
