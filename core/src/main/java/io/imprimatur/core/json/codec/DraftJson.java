package io.imprimatur.core.json.codec;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.provenance.GenerationDraft;
import java.math.BigDecimal;

/** Drafts as outsiders write them: every key may be left out, and only the kind of a value is looked at. */
public final class DraftJson {
    private DraftJson() {}

    public static FindingDraft readFinding(Fields in) {
        return new FindingDraft(
                in.optional("rule", in::text),
                in.optional("message", in::text),
                in.optional("severity", key -> in.constant(key, Severity.class)),
                in.optional("category", in::text),
                in.optional("confidence", key -> in.value(key, DraftJson::decimal)),
                in.optional("path", in::text),
                number(in, "firstLine"),
                number(in, "lastLine"),
                number(in, "firstColumn"),
                number(in, "lastColumn"),
                in.optional("identity", in::text),
                in.optionalList("cwe", in::texts),
                in.optionalList("cve", in::texts),
                in.optional("component", in::text),
                in.optional("license", in::text),
                in.optional("fix", in::text));
    }

    /** As {@link #readFinding} reads it. */
    public static JsonObject write(FindingDraft draft) {
        JsonObject.Builder out = JsonObject.builder()
                .putIfPresent("rule", draft.rule())
                .putIfPresent("message", draft.message())
                .putIfPresent("severity", draft.severity(), severity -> new JsonString(Words.id(severity)))
                .putIfPresent("category", draft.category())
                .putIfPresent(
                        "confidence", draft.confidence(), confidence -> new JsonString(confidence.toPlainString()))
                .putIfPresent("path", draft.path())
                .put("firstLine", draft.firstLine())
                .put("lastLine", draft.lastLine())
                .put("firstColumn", draft.firstColumn())
                .put("lastColumn", draft.lastColumn())
                .putIfPresent("identity", draft.identity());
        if (draft.cwe() != null) {
            out.put("cwe", JsonArray.ofTexts(draft.cwe()));
        }
        if (draft.cve() != null) {
            out.put("cve", JsonArray.ofTexts(draft.cve()));
        }
        return out.putIfPresent("component", draft.component())
                .putIfPresent("license", draft.license())
                .putIfPresent("fix", draft.fix())
                .build();
    }

    public static GenerationDraft readGeneration(Fields in) {
        return new GenerationDraft(
                in.optional("id", in::text),
                in.optional("model", in::text),
                in.optional("modelVersion", in::text),
                in.optional("provider", in::text),
                in.optional("region", in::text),
                in.optional("tool", in::text),
                in.optional("requesterName", in::text),
                in.optional("requesterEmail", in::text),
                in.optional("promptCommitment", in::text),
                in.optional("confidence", key -> in.value(key, DraftJson::decimal)),
                in.optional("reasoningSteps", in::number),
                in.optional("time", key -> in.text(key, Words::time)));
    }

    public static FactDraft readFact(Fields in) {
        return new FactDraft(
                in.optional("name", in::text),
                in.optional("value", key -> in.value(key, node -> value(node, in))),
                in.optional("source", in::text));
    }

    private static int number(Fields in, String key) {
        Integer number = in.optional(key, in::number);
        return number == null ? 0 : number;
    }

    /** A number, or the text that a ratio is written as. */
    private static BigDecimal decimal(Node node) {
        if (node instanceof Node.Number number) {
            return number.value();
        }
        if (node instanceof Node.Text text && text.value().matches("-?[0-9]{1,9}(\\.[0-9]{1,20})?")) {
            return new BigDecimal(text.value());
        }
        throw Fields.wrong(node, "must be a number", "leave the quotes out");
    }

    private static Object value(Node node, Fields in) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        if (node instanceof Node.Number) {
            return Fields.whole(node, Preconditions.MAX_WHOLE);
        }
        if (node instanceof Node.Flag flag) {
            return flag.value();
        }
        if (node instanceof Node.Sequence) {
            return in.items(node, Fields::text);
        }
        throw Fields.wrong(node, "must be a text, a whole number, true or false, or a list of texts", null);
    }
}
