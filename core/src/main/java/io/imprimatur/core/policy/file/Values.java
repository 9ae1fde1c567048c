package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.document.Path;
import io.imprimatur.core.policy.shape.Shape;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the file. Nothing comes of a value that is not there, and nothing that is to be used of one that cannot
 * be read: it is reported where it stands.
 */
public final class Values {
    private static final String SHA256 = "sha256:";

    private final Problems problems;

    /** Reports to these. */
    public Values(Problems problems) {
        this.problems = problems;
    }

    /** A text. */
    public @Nullable String text(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Text text) {
            return text.value();
        }
        refuseAsText(node);
        return null;
    }

    private void refuseAsText(Node node) {
        problems.refuse(node, "must be text", isUnquoted(node) ? "put it between quotes" : null);
    }

    /** Whether a node would be text between quotes. */
    private static boolean isUnquoted(Node node) {
        return node instanceof Node.Number || node instanceof Node.Flag;
    }

    /** Words for people: not blank, and not longer than {@code max} characters. */
    public @Nullable String words(@Nullable Node node, int max) {
        return accepted(node, text -> Preconditions.text(text, "", max));
    }

    /** Words for people: not blank, and not longer than their kind may be. */
    @Nullable
    String words(@Nullable Node node, Shape.Text kind) {
        return words(node, kind.most());
    }

    @Nullable
    Glob glob(@Nullable Node node) {
        return accepted(node, Glob::new);
    }

    /** What a type of the api makes of a text; what it says against it is reported where the text stands. */
    private <T> @Nullable T accepted(@Nullable Node node, Function<String, T> type) {
        if (node == null) {
            return null;
        }
        boolean unquoted = isUnquoted(node);
        String text = unquoted ? Problems.shown(node) : text(node);
        if (text == null) {
            return null;
        }
        try {
            T made = type.apply(text);
            if (unquoted) {
                // Quotes are all that is missing.
                refuseAsText(node);
                return null;
            }
            return made;
        } catch (ImprimaturException refused) {
            for (Problem problem : refused.problems()) {
                problems.addFromPolicy(
                        node.problem(problem.message()).value(problem.value()).remedy(problem.remedy()));
            }
            return null;
        }
    }

    /** An identifier. */
    public @Nullable String id(@Nullable Node node) {
        String text = text(node);
        return node != null && text != null && isId(text, node.position(), node.path()) ? text : null;
    }

    /** An identifier that is among these, or any where these are absent; one that is not is reported so. */
    @Nullable
    String known(@Nullable Node node, @Nullable Set<String> ids, String rule, String remedy) {
        String id = id(node);
        if (node != null && id != null && ids != null && !ids.contains(id)) {
            String question = Nearest.question(id, ids);
            problems.refuse(node, rule, question == null ? remedy : question);
        }
        return id;
    }

    /** Refuses a document of another schema. */
    void refuseOtherSchemas(@Nullable Node node, String known) {
        String schema = text(node);
        if (node != null && schema != null && !schema.equals(known)) {
            problems.refuse(node, "must be a format that this version of Imprimatur reads", "write " + known);
        }
    }

    /** What {@code sha256:} and 64 digits spell. */
    static Digest digest(String text) {
        if (!text.startsWith(SHA256)) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE,
                    Problem.of("must be sha256: and 64 lower-case hexadecimal digits")
                            .value(text));
        }
        return new Digest(text.substring(SHA256.length()));
    }

    /** Whether a text is an identifier; otherwise it is reported at its place. */
    public boolean isId(String text, Position position, Path path) {
        if (Preconditions.isId(text)) {
            return true;
        }
        problems.addFromPolicy(
                Problem.of("must be lower-case letters a to z and digits in words joined by one of . _ / -"
                                + ", at most " + Preconditions.MAX_ID + " characters")
                        .at(position)
                        .field(path.field())
                        .value(text)
                        .remedy(idRemedy(text)));
        return false;
    }

    private static @Nullable String idRemedy(String text) {
        int strange = 0;
        while (strange < text.length() && text.charAt(strange) < 0x80) {
            strange++;
        }
        if (strange < text.length()) {
            int character = text.codePointAt(strange);
            String name = Character.getName(character);
            return String.format(Locale.ROOT, "replace U+%04X%s", character, name == null ? "" : ", " + name);
        }
        String close = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Preconditions.isId(close) ? "write " + close : null;
    }

    /** Several values, or one that stands for a list of one. An absent list is empty, a list that is there must not be. */
    public <T> List<T> list(@Nullable Node node, Function<Node, @Nullable T> item) {
        if (node == null) {
            return List.of();
        }
        List<Node> nodes = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        if (nodes.isEmpty()) {
            problems.addFromPolicy(
                    node.problem("must not be empty").value("[]").remedy("write at least one, or leave the key out"));
        }
        List<T> values = new ArrayList<>(nodes.size());
        for (Node each : nodes) {
            T value = item.apply(each);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** One of the constants, by its name in lower case with hyphens; {@code absent} where there is no node. */
    public <E extends Enum<E>> E choice(@Nullable Node node, E[] constants, E absent) {
        String text = text(node);
        return node == null || text == null ? absent : choice(node, text, UnaryOperator.identity(), constants, absent);
    }

    /** One of the constants; nothing where the text is the name of none. */
    <E extends Enum<E>> @Nullable E constant(Node node, E[] constants) {
        int before = problems.count();
        E constant = choice(node, constants, constants[0]);
        return problems.count() == before ? constant : null;
    }

    /** What a type of the api makes of a text. */
    public <T> @Nullable T of(@Nullable Node node, Function<String, T> type) {
        return accepted(node, type);
    }

    /** The operand as one of the constants. */
    <E extends Enum<E>> E choice(Bound bound, E[] constants, E refused) {
        String sign = bound.comparison().symbol();
        return choice(bound.node(), bound.operand(), word -> "\"" + sign + " " + word + "\"", constants, refused);
    }

    private <E extends Enum<E>> E choice(
            Node node, String text, UnaryOperator<String> written, E[] constants, E refused) {
        List<String> ids = Shape.Choice.of(constants).words();
        int index = ids.indexOf(text);
        if (index >= 0) {
            return constants[index];
        }
        String meant = Nearest.to(text, ids);
        problems.refuse(
                node,
                "must be one of " + String.join(", ", ids),
                meant == null ? null : "did you mean " + written.apply(meant) + "?");
        return refused;
    }

    /** True or false; false where there is no node. */
    public boolean flag(@Nullable Node node) {
        return flag(node, "must be true or false");
    }

    /** As the other, where the rule says what else may stand there. */
    public boolean flag(@Nullable Node node, String rule) {
        if (node == null || (node instanceof Node.Flag flag && !flag.value())) {
            return false;
        }
        if (!(node instanceof Node.Flag)) {
            boolean quoted = node instanceof Node.Text text
                    && (text.value().equals("true") || text.value().equals("false"));
            problems.refuse(node, rule, quoted ? "leave the quotes out" : null);
        }
        return true;
    }

    /** A whole number that is written as one; 1 where there is no node. */
    int whole(@Nullable Node node, int most) {
        return whole(node, 1, most, 1);
    }

    /** A whole number that is written as one; {@code absent} where there is no node. */
    public int whole(@Nullable Node node, int least, int most, int absent) {
        if (node == null) {
            return absent;
        }
        Long value = node instanceof Node.Number number ? parseWhole(number.source()) : null;
        if (value != null && value >= least && value <= most) {
            return value.intValue();
        }
        boolean quoted = node instanceof Node.Text text && parseWhole(text.value()) != null;
        problems.refuse(
                node, "must be a whole number from " + least + " to " + most, quoted ? "leave the quotes out" : null);
        return absent;
    }

    /** A comparison with one of the five signs. The example, such as {@code 30}, is for the remedy. */
    @Nullable
    Bound bound(@Nullable Node node, String example) {
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Text text)) {
            String operand = node instanceof Node.Number number ? number.source() : example;
            problems.refuse(node, "must be a comparison", Bound.write(">=", operand) + ", with the quotes");
            return null;
        }
        Comparison comparison = Comparison.ofSymbol(Bound.sign(text.value())).orElse(null);
        if (comparison == null) {
            problems.refuse(
                    node,
                    "must be a comparison that begins with one of >= > <= < =",
                    Bound.remedy(text.value(), example));
            return null;
        }
        return new Bound(node, comparison, Bound.operand(text.value()));
    }

    /**
     * A comparison that admits one sign alone.
     *
     * @param milder what another sign would let make a decision milder
     */
    @Nullable
    Bound bound(@Nullable Node node, Comparison only, String milder, String example) {
        Bound bound = bound(node, example);
        if (bound == null || bound.comparison() == only) {
            return bound;
        }
        String sign = bound.comparison().symbol();
        boolean sameDirection = sign.charAt(0) == only.symbol().charAt(0);
        String reason =
                ": a rule can only tighten, and with " + sign + " " + milder + " would make the decision milder";
        problems.refuse(
                bound.node(),
                "must be compared with " + only.symbol() + (sameDirection ? "" : reason),
                Bound.write(only.symbol(), bound.operand()));
        return null;
    }

    /** The operand as a share. */
    @Nullable
    Ratio ratio(@Nullable Bound bound) {
        Ratio ratio = bound == null ? null : Percent.parse(bound.operand());
        if (bound != null && ratio == null) {
            problems.refuse(
                    bound.node(),
                    "must be compared with a share from 0 to 100%, for example 20%, 12.5% or 0.2",
                    ratioRemedy(bound.operand()));
        }
        return ratio;
    }

    private static @Nullable String ratioRemedy(String operand) {
        if (operand.equals("1")) {
            return "write 1% or 100%";
        }
        return Percent.parse(operand + "%") == null ? null : "did you mean " + operand + "%?";
    }

    /** The operand as a whole number. */
    @Nullable
    Long whole(@Nullable Bound bound, long least, long most) {
        Long value = bound == null ? null : parseWhole(bound.operand());
        if (bound != null && (value == null || value < least || value > most)) {
            problems.refuse(bound.node(), "must be compared with a whole number from " + least + " to " + most, null);
            return null;
        }
        return value;
    }

    private static @Nullable Long parseWhole(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        boolean canonical =
                digits.length() <= 18 && Percent.isDigits(digits) && (digits.length() == 1 || digits.charAt(0) != '0');
        return canonical ? Long.valueOf(text) : null;
    }
}
