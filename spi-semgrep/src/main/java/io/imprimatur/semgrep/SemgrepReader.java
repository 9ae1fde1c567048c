package io.imprimatur.semgrep;

import io.imprimatur.change.LineRange;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.Region;
import io.imprimatur.core.intake.ReportSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Semgrep and Opengrep write with {@code --json}, of any version, and the findings that Semgrep's service gives
 * out. Each entry is handed over as it is read, and nothing of it is kept. Not thread-safe.
 */
final class SemgrepReader {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 5_000;
    private static final int MOST_WORDS = 100;
    private static final int MOST_STEPS = 50;
    private static final int MOST_STRETCHES = 20;
    private static final int MOST_METAVARIABLES = 100;

    /** What an old version writes in the place of what it gives to those who are logged in. */
    private static final String REQUIRES_LOGIN = "requires login";

    /** Takes what is read. */
    interface Taker {
        /** A result; false where no more are wanted. */
        boolean result(SemgrepResult result);

        void complaint(Complaint complaint);

        /** A file that the tool says it looked at, which proves little. */
        void scanned(String path);

        /** Which version wrote the report. */
        void version(String version);
    }

    private final JsonStream json;
    private final Taker taker;
    private boolean isReport;

    private SemgrepReader(JsonStream json, Taker taker) {
        this.json = json;
        this.taker = taker;
    }

    /**
     * Reads a report.
     *
     * @throws io.imprimatur.error.ImprimaturException {@code INVALID_DOCUMENT} with its place, {@code IO_FAILURE}
     */
    static void read(ReportSource source, JsonLimits limits, Taker taker) {
        JsonStream.read(source, limits, json -> new SemgrepReader(json, taker).report());
    }

    private void report() {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            throw notOurs();
        }
        json.object(key -> {
            switch (key) {
                case "version" -> text(taker::version);
                // Of these the kind must be right: what is stepped over would be missed unseen.
                case "results" -> isReport |= json.array(() -> result(this::resultMember));
                case "findings" -> isReport |= json.array(() -> result(this::serviceMember));
                case "errors" -> json.array(() -> complaint(Complaint.Kind.ERROR));
                case "skipped_rules" -> json.array(() -> complaint(Complaint.Kind.SKIPPED_RULE));
                case "paths" -> json.object(this::paths);
                case "time" ->
                    object(inner -> {
                        if (inner.equals("fixpoint_timeouts")) {
                            list(() -> complaint(Complaint.Kind.FIXPOINT));
                        }
                    });
                default -> {}
            }
        });
        if (!isReport && !json.isStopped()) {
            throw notOurs();
        }
    }

    private RuntimeException notOurs() {
        return json.refuse(
                "must be a report of Semgrep or Opengrep: an object with a list of results",
                null,
                "give what the tool writes with --json");
    }

    private void paths(String key) {
        switch (key) {
            case "scanned" -> json.array(() -> text(taker::scanned));
            case "skipped" -> json.array(() -> complaint(Complaint.Kind.SKIPPED_PATH));
            default -> {}
        }
    }

    // A result

    private static final class Draft {
        String rule = "";

        @Nullable
        String path;

        int firstLine;
        int firstColumn;
        int lastLine;
        int endColumn;

        @Nullable
        String severity;

        String message = "";

        @Nullable
        String category;

        @Nullable
        String confidence;

        List<String> cwe = List.of();
        final List<String> words = new ArrayList<>();

        @Nullable
        String fix;

        @Nullable
        Boolean ignored;

        boolean triaged;
        boolean validated;
        final List<String> metavariables = new ArrayList<>();
        final List<SemgrepResult.Step> trace = new ArrayList<>();

        SemgrepResult result() {
            return new SemgrepResult(
                    rule,
                    path,
                    region(),
                    severity,
                    message,
                    category,
                    confidence,
                    cwe,
                    List.copyOf(words),
                    fix,
                    ignored,
                    triaged,
                    validated,
                    List.copyOf(metavariables),
                    List.copyOf(trace));
        }

        /** The tool's end is behind the last character, so at the first column it is the end of the line before. */
        private Region region() {
            boolean before = endColumn == 1 && lastLine > firstLine;
            return new Region(
                    firstLine,
                    Math.max(0, firstColumn),
                    before ? lastLine - 1 : lastLine,
                    before ? 0 : Math.max(0, endColumn - 1));
        }
    }

    private interface Member {
        void take(Draft draft, String key);
    }

    private void result(Member member) {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            throw json.refuse("must be an object", null, "check that the report is whole and of this tool");
        }
        Draft draft = new Draft();
        json.object(key -> member.take(draft, key));
        if (draft.rule.isEmpty()) {
            throw json.refuse(
                    "must name the rule that matched", null, "check that the report is of Semgrep or Opengrep");
        }
        if (!taker.result(draft.result())) {
            json.stop();
        }
    }

    private void resultMember(Draft draft, String key) {
        switch (key) {
            case "check_id" -> name(text -> draft.rule = text);
            case "path" -> name(text -> draft.path = text);
            case "start" ->
                position((line, column) -> {
                    draft.firstLine = line;
                    draft.firstColumn = column;
                });
            case "end" ->
                position((line, column) -> {
                    draft.lastLine = line;
                    draft.endColumn = column;
                });
            case "extra" -> object(inner -> extra(draft, inner));
            default -> {}
        }
    }

    private void extra(Draft draft, String key) {
        switch (key) {
            case "message" -> text(text -> draft.message = text);
            case "severity" -> name(text -> draft.severity = text);
            case "metadata" -> object(inner -> metadata(draft, inner));
            case "fix" -> text(text -> draft.fix = REQUIRES_LOGIN.equals(text) ? null : text);
            case "is_ignored" ->
                draft.ignored =
                        json.kind() == JsonStream.Kind.FLAG ? json.flag().orElse(null) : null;
            case "validation_state" -> name(text -> draft.validated = !text.equals("NO_VALIDATOR"));
            case "metavars" ->
                object(variable -> object(inner -> {
                    if (inner.equals("abstract_content") && draft.metavariables.size() < MOST_METAVARIABLES) {
                        text(draft.metavariables::add);
                    }
                }));
            case "dataflow_trace" -> object(inner -> trace(draft, inner));
            default -> {}
        }
    }

    private void metadata(Draft draft, String key) {
        switch (key) {
            case "category" -> name(text -> draft.category = text);
            case "confidence" -> name(text -> draft.confidence = text);
            case "cwe" -> draft.cwe = texts();
            case "subcategory", "technology", "vulnerability_class", "topic" -> draft.words.addAll(texts());
            default -> {}
        }
    }

    private void trace(Draft draft, String key) {
        switch (key) {
            case "taint_source" -> call(draft, SemgrepResult.Step.Kind.SOURCE);
            case "taint_sink" -> call(draft, SemgrepResult.Step.Kind.SINK);
            case "intermediate_vars" -> list(() -> step(draft, SemgrepResult.Step.Kind.THROUGH));
            default -> {}
        }
    }

    /** {@code ["CliLoc", [place, content]]}, or {@code ["CliCall", [[place, content], between, call]]}: the first place counts. */
    private void call(Draft draft, SemgrepResult.Step.Kind kind) {
        int before = draft.trace.size();
        places(draft, kind, before, 0);
    }

    private void places(Draft draft, SemgrepResult.Step.Kind kind, int before, int depth) {
        if (draft.trace.size() > before || depth > 10) {
            return;
        }
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(() -> places(draft, kind, before, depth + 1));
        } else if (json.kind() == JsonStream.Kind.OBJECT) {
            step(draft, kind);
        }
    }

    private void step(Draft draft, SemgrepResult.Step.Kind kind) {
        Draft place = new Draft();
        object(key -> {
            if (key.equals("location")) {
                object(inner -> resultMember(place, inner));
            } else {
                resultMember(place, key);
            }
        });
        if (draft.trace.size() < MOST_STEPS && place.firstLine > 0) {
            draft.trace.add(new SemgrepResult.Step(kind, place.path, place.firstLine));
        }
    }

    /** What the service's interface says of a finding. */
    private void serviceMember(Draft draft, String key) {
        switch (key) {
            case "rule_name" -> name(text -> draft.rule = text);
            case "rule_message" -> text(text -> draft.message = text);
            case "severity" -> name(text -> draft.severity = text);
            case "confidence" -> name(text -> draft.confidence = text);
            case "categories" -> draft.words.addAll(texts());
            case "status", "triage_state", "state" -> name(text -> draft.triaged |= isDone(text));
            case "location" ->
                object(inner -> {
                    switch (inner) {
                        case "file_path" -> name(text -> draft.path = text);
                        case "line" -> draft.firstLine = number();
                        case "column" -> draft.firstColumn = number();
                        case "end_line" -> draft.lastLine = number();
                        case "end_column" -> draft.endColumn = number();
                        default -> {}
                    }
                });
            case "rule" ->
                object(inner -> {
                    switch (inner) {
                        case "name" -> name(text -> draft.rule = draft.rule.isEmpty() ? text : draft.rule);
                        case "category" -> name(text -> draft.category = text);
                        case "cwe_names" -> draft.cwe = texts();
                        case "subcategories", "vulnerability_classes" -> draft.words.addAll(texts());
                        default -> {}
                    }
                });
            default -> {}
        }
    }

    private static boolean isDone(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "fixed", "ignored", "removed", "muted" -> true;
            default -> false;
        };
    }

    // A complaint

    private static final class ComplaintDraft {
        String level = "";
        String type = "";

        @Nullable
        String path;

        @Nullable
        String rule;

        final List<LineRange> lines = new ArrayList<>();
        boolean aboutComment;
    }

    private void complaint(Complaint.Kind kind) {
        ComplaintDraft draft = new ComplaintDraft();
        if (json.kind() == JsonStream.Kind.TEXT) {
            name(text -> draft.rule = text);
        }
        object(key -> {
            switch (key) {
                case "level", "severity" -> name(text -> draft.level = text);
                case "type", "error_type", "reason" -> type(draft);
                case "path" -> name(text -> draft.path = text);
                case "rule_id" -> name(text -> draft.rule = text);
                case "message" -> text(text -> draft.aboutComment = isAboutComment(text));
                case "spans" -> list(() -> object(inner -> span(draft, inner)));
                case "location" -> place(draft);
                default -> {}
            }
        });
        taker.complaint(new Complaint(
                kind,
                draft.level,
                draft.type,
                draft.path,
                draft.rule,
                List.copyOf(draft.lines),
                draft.aboutComment && draft.type.equals("SemgrepWarning")));
    }

    private static boolean isAboutComment(String message) {
        return message.contains("found 'nosem' comment with id");
    }

    /** A word, or a list of the word and of what belongs to it: places, or a rule. */
    private void type(ComplaintDraft draft) {
        if (json.kind() != JsonStream.Kind.ARRAY) {
            name(text -> draft.type = text);
            return;
        }
        json.array(() -> {
            if (draft.type.isEmpty()) {
                name(text -> draft.type = text);
            } else if (json.kind() == JsonStream.Kind.ARRAY) {
                json.array(() -> place(draft));
            } else {
                object(key -> {
                    if (key.equals("rule_id")) {
                        name(text -> draft.rule = text);
                    }
                });
            }
        });
    }

    private void place(ComplaintDraft draft) {
        Draft place = new Draft();
        object(key -> resultMember(place, key));
        note(draft, place);
    }

    private void span(ComplaintDraft draft, String key) {
        if (key.equals("file")) {
            name(text -> draft.path = draft.path == null ? text : draft.path);
        } else if (draft.lines.isEmpty() && key.equals("start")) {
            // Where the type holds the places these are the same once more.
            position((line, column) -> note(draft, line, line));
        }
    }

    private static void note(ComplaintDraft draft, Draft place) {
        if (place.path != null && draft.path == null) {
            draft.path = place.path;
        }
        note(draft, place.firstLine, Math.max(place.firstLine, place.lastLine));
    }

    private static void note(ComplaintDraft draft, int first, int last) {
        if (first > 0 && last < Integer.MAX_VALUE && draft.lines.size() < MOST_STRETCHES) {
            draft.lines.add(new LineRange(first, last));
        }
    }

    // Values of which versions disagree: what is not of the kind sought is stepped over

    private interface Position {
        void at(int line, int column);
    }

    private void position(Position taken) {
        int[] found = new int[2];
        object(key -> {
            switch (key) {
                case "line" -> found[0] = number();
                case "col" -> found[1] = number();
                default -> {}
            }
        });
        taken.at(found[0], found[1]);
    }

    private int number() {
        if (json.kind() != JsonStream.Kind.NUMBER) {
            return 0;
        }
        long value = json.whole().orElse(0);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private void object(Consumer<String> member) {
        if (json.kind() == JsonStream.Kind.OBJECT) {
            json.object(member);
        }
    }

    private void list(Runnable item) {
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(item);
        }
    }

    private void text(Consumer<String> taken) {
        cut(LONGEST_TEXT, taken);
    }

    private void name(Consumer<String> taken) {
        cut(LONGEST_NAME, taken);
    }

    private void cut(int longest, Consumer<String> taken) {
        JsonStream.Kind kind = json.kind();
        String text = kind == JsonStream.Kind.OBJECT || kind == JsonStream.Kind.ARRAY ? null : json.scalar();
        if (text != null) {
            taken.accept(text.length() <= longest ? text : text.substring(0, longest));
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        Runnable one = () -> {
            if (texts.size() < MOST_WORDS) {
                name(texts::add);
            }
        };
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(one);
        } else {
            one.run();
        }
        return List.copyOf(texts);
    }
}
