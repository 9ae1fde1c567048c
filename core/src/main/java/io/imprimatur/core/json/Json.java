package io.imprimatur.core.json;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.codec.AssessmentJson;
import io.imprimatur.core.json.codec.AttributionJson;
import io.imprimatur.core.json.codec.ChangeJson;
import io.imprimatur.core.json.codec.DecisionJson;
import io.imprimatur.core.json.codec.FactJson;
import io.imprimatur.core.json.codec.Fields;
import io.imprimatur.core.json.codec.FindingJson;
import io.imprimatur.core.json.codec.GenerationJson;
import io.imprimatur.core.json.codec.ProvenanceJson;
import io.imprimatur.core.json.codec.Refusals;
import io.imprimatur.core.json.codec.RiskScoreJson;
import io.imprimatur.core.json.codec.ScanReportJson;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.PrettyJson;
import io.imprimatur.core.json.value.Texts;
import io.imprimatur.decision.Decision;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Finding;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A kind of JSON document: {@code Json.DECISION.write(decision)}, {@code Json.DECISION.read(bytes, "decision.json")}.
 *
 * <p>A document is an object whose key {@code schema} names its kind and version, for example
 * {@code imprimatur/decision/v1}. Equal values are written with equal bytes, and what was written is read back as an equal
 * value, by this release and every later one. The form of a decision is described in {@code samples/docs/json.md}; the
 * others follow the same rules.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what the document holds
 */
public final class Json<T> {
    /** The most bytes of a document that is read, unless said otherwise. */
    public static final int MAX_BYTES = Limits.RECORDED.bytes();

    /** A change. */
    public static final Json<Change> CHANGE = new Json<>("change", ChangeJson::write, ChangeJson::read);

    /** All that is known about who wrote a change. */
    public static final Json<Provenance> PROVENANCE =
            new Json<>("provenance", ProvenanceJson::write, ProvenanceJson::read);

    /** Who wrote some lines. */
    public static final Json<Attribution> ATTRIBUTION =
            new Json<>("attribution", AttributionJson::write, AttributionJson::read);

    /** One time that a model wrote code. */
    public static final Json<Generation> GENERATION =
            new Json<>("generation", GenerationJson::write, GenerationJson::read);

    /** A finding. */
    public static final Json<Finding> FINDING = new Json<>("finding", FindingJson::write, FindingJson::read);

    /** What a scanner answered. */
    public static final Json<ScanReport> SCAN_REPORT =
            new Json<>("scan-report", ScanReportJson::write, ScanReportJson::read);

    /** A risk. */
    public static final Json<RiskScore> RISK_SCORE =
            new Json<>("risk-score", RiskScoreJson::write, RiskScoreJson::read);

    /** A fact of the embedder's. */
    public static final Json<Fact> FACT = new Json<>("fact", FactJson::write, FactJson::read);

    /** All that is known about a change. */
    public static final Json<Assessment> ASSESSMENT =
            new Json<>("assessment", AssessmentJson::write, AssessmentJson::read);

    /** A decision. */
    public static final Json<Decision> DECISION = new Json<>("decision", DecisionJson::write, DecisionJson::read);

    private final String schema;
    private final Function<T, JsonObject> writer;
    private final Function<Fields, T> reader;

    private Json(String kind, Function<T, JsonObject> writer, Function<Fields, T> reader) {
        schema = "imprimatur/" + kind + "/v1";
        this.writer = writer;
        this.reader = reader;
    }

    /** What stands at the key {@code schema}. */
    public String schema() {
        return schema;
    }

    /**
     * The document for people and tools: two spaces a level, the schema first, characters that do not print escaped. It
     * ends with a line feed.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_VALUE} where the value is nested deeper than a document may be,
     *     which only a condition can be
     */
    public String write(T value) {
        return PrettyJson.text(document(value));
    }

    /**
     * The document in the canonical form of RFC 8785, for digests and signatures: UTF-8, no white space, keys ordered.
     *
     * @throws ImprimaturException as {@link #write} does
     */
    public byte[] canonical(T value) {
        return CanonicalJson.bytes(document(value));
    }

    /**
     * Reads a document of at most {@link #MAX_BYTES}.
     *
     * @param content its bytes, UTF-8
     * @param source what problems call it, for example the name of a file
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} with everything that is wrong, each with line, column
     *     and field
     */
    public T read(byte[] content, String source) {
        return read(content, source, MAX_BYTES);
    }

    /** As {@link #read(byte[], String)}, with a limit of the caller's. Reading takes about ten times as much memory. */
    public T read(byte[] content, String source, int maxBytes) {
        Limits usual = Limits.RECORDED;
        int nodes = Math.max(usual.nodes(), maxBytes / (usual.bytes() / usual.nodes()));
        Limits limits = new Limits(maxBytes, usual.depth(), nodes, usual.hidden());
        Refusals refusals = new Refusals(source);
        Optional<Node> root = DocumentReader.read(content, Format.JSON, source, limits, refusals::add);
        refusals.check();
        T value = Fields.read(root.orElseThrow(), refusals, this::read);
        refusals.check();
        return value;
    }

    /**
     * The value with each of its texts put through a function; the value itself where that leaves all as they are. Keys
     * and numbers stay, and so does every text that a document always has, such as a severity, if the function leaves it.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} where a text that the function gives cannot stand
     *     where it is put
     */
    public T map(T value, UnaryOperator<String> texts) {
        JsonObject written = document(value);
        JsonValue mapped = Texts.map(written, texts);
        if (mapped.equals(written)) {
            return value;
        }
        byte[] content = CanonicalJson.bytes(mapped);
        return read(content, schema, Math.max(MAX_BYTES, content.length));
    }

    private T read(Fields in) {
        in.requireSchema(schema);
        return reader.apply(in);
    }

    private JsonObject document(T value) {
        JsonObject.Builder document = JsonObject.builder().put("schema", schema);
        writer.apply(value).members().forEach(document::put);
        return document.build();
    }
}
