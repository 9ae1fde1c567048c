package io.imprimatur.core.json;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.codec.DraftJson;
import io.imprimatur.core.json.codec.Fields;
import io.imprimatur.core.json.codec.Refusals;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.provenance.GenerationDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads drafts that outsiders write as JSON: one list of objects, or one object a line (NDJSON). The keys are the names of
 * a draft's parts; any may be left out, none may be null, others are refused. A confidence may be a number or a text. What
 * a draft holds is not checked here, only its kind: {@link io.imprimatur.core.draft.Drafts} does the rest.
 *
 * <p>Every method refuses with {@link ErrorCode#INVALID_DOCUMENT} and everything that is wrong, each with line, column and
 * field such as {@code [3].severity}. Stateless and thread-safe.
 */
public final class DraftReader {
    private DraftReader() {}

    /**
     * Reads findings.
     *
     * @param content at most {@link Json#MAX_BYTES}, UTF-8
     * @param source what problems call it, for example the name of a file
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT}
     */
    public static List<FindingDraft> findings(byte[] content, String source) {
        return read(content, source, DraftJson::readFinding);
    }

    /**
     * Reads generations.
     *
     * @param content at most {@link Json#MAX_BYTES}, UTF-8
     * @param source what problems call it, for example the name of a file
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT}
     */
    public static List<GenerationDraft> generations(byte[] content, String source) {
        return read(content, source, DraftJson::readGeneration);
    }

    /**
     * Reads facts.
     *
     * @param content at most {@link Json#MAX_BYTES}, UTF-8
     * @param source what problems call it, for example the name of a file
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT}
     */
    public static List<FactDraft> facts(byte[] content, String source) {
        return read(content, source, DraftJson::readFact);
    }

    private static <T> List<T> read(byte[] content, String source, Function<Fields, T> type) {
        Refusals refusals = new Refusals(source);
        if (content.length > Json.MAX_BYTES) {
            refusals.add(Problem.of("must have at most " + Json.MAX_BYTES + " bytes")
                    .value(content.length + " bytes")
                    .remedy("split it"));
            refusals.check();
        }
        List<T> drafts =
                isList(content) ? list(content, source, type, refusals) : lines(content, source, type, refusals);
        refusals.check();
        return List.copyOf(drafts);
    }

    private static boolean isList(byte[] content) {
        for (byte each : content) {
            if (each > ' ') {
                return each == '[';
            }
        }
        return false;
    }

    private static <T> List<T> list(byte[] content, String source, Function<Fields, T> type, Refusals refusals) {
        List<T> drafts = new ArrayList<>();
        if (document(content, source, refusals) instanceof Node.Sequence list) {
            list.items().forEach(item -> drafts.add(Fields.read(item, refusals, type)));
        }
        return drafts;
    }

    /** The root of a document, null where anything is wrong with its syntax. */
    private static @Nullable Node document(byte[] content, String source, Refusals refusals) {
        Optional<Node> root = DocumentReader.read(content, Format.JSON, source, Limits.RECORDED, refusals::add);
        return refusals.problems().isEmpty() ? root.orElse(null) : null;
    }

    private static <T> List<T> lines(byte[] content, String source, Function<Fields, T> type, Refusals refusals) {
        List<T> drafts = new ArrayList<>();
        int line = 0;
        int index = 0;
        for (int start = 0; start < content.length; line++) {
            int end = endOfLine(content, start);
            byte[] text = Arrays.copyOfRange(content, start, end);
            if (!isBlank(text)) {
                Refusals ofLine = new Refusals(source);
                Node root = document(text, source, ofLine);
                if (root != null) {
                    drafts.add(Fields.read(root, ofLine, type));
                }
                for (Problem problem : ofLine.problems()) {
                    refusals.add(inLines(problem, line, index));
                }
                index++;
            }
            start = end + 1;
        }
        return drafts;
    }

    private static int endOfLine(byte[] content, int start) {
        int end = start;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** A problem of the document that a line is, as one of the whole. */
    private static Problem inLines(Problem problem, int line, int index) {
        int column = problem.position().column();
        String element = "[" + index + "]";
        return problem.at(new Position(line + 1, column))
                .field(problem.field() == null ? element : element + "." + problem.field());
    }
}
