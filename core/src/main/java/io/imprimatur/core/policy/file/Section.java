package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Key;
import io.imprimatur.core.policy.shape.Need;
import io.imprimatur.core.policy.shape.Shape;
import io.imprimatur.error.Problem;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a file, held against the shape that it should have. */
public final class Section {
    private final Node.Mapping mapping;
    private final Shape.Mapping shape;
    private final Problems problems;

    /** Keys that are not there, and that someone who mistyped them probably meant. */
    private final Set<String> meant = new HashSet<>();

    private Section(Node.Mapping mapping, Shape.Mapping shape, Problems problems) {
        this.mapping = mapping;
        this.shape = shape;
        this.problems = problems;
    }

    /** The node as such a mapping; what it has too much or too little is refused, and nothing comes of another node. */
    public static @Nullable Section of(Node node, Shape.Mapping shape, Problems problems) {
        Node.Mapping mapping = mapping(node, shape.instead(), problems);
        if (mapping == null) {
            return null;
        }
        Section section = new Section(mapping, shape, problems);
        section.refuseUnknown();
        shape.keys().forEach(section::requireIfNeeded);
        shape.needs().forEach(section::check);
        return section;
    }

    private void refuseUnknown() {
        List<String> known = shape.names();
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                refuse(entry, known);
            }
        }
    }

    private void refuse(Node.Entry entry, List<String> known) {
        Problem problem = problem(entry, "unknown key");
        String nearest = Nearest.to(entry.key(), known);
        if (nearest != null && mapping.get(nearest) == null) {
            problems.addFromPolicy(problem.remedy("did you mean " + nearest + "?"));
            meant.add(nearest);
            return;
        }
        List<String> free =
                known.stream().filter(key -> mapping.get(key) == null).toList();
        problems.addFromPolicy(problem.remedy((nearest == null ? "" : nearest + " is there already: ")
                + (free.isEmpty() ? "take it out" : "write one of " + String.join(", ", free))));
    }

    /** The node as a mapping of any keys. */
    public static Node.@Nullable Mapping mapping(Node node, String remedy, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        problems.refuse(node, "must be a mapping", "write " + remedy);
        return null;
    }

    /** A problem with the key of an entry. */
    static Problem problem(Node.Entry entry, String message) {
        return entry.value().problem(message).at(entry.position()).value(entry.key());
    }

    /** The value under a key of the shape. */
    public @Nullable Node get(String key) {
        shape.key(key);
        return mapping.get(key);
    }

    /** The mapping under a key, in the shape that the key has; null where there is none, or something else. */
    @Nullable
    Section section(String key) {
        Node node = get(key);
        return node == null ? null : of(node, (Shape.Mapping) shape.key(key).shape(), problems);
    }

    private void requireIfNeeded(Key key) {
        if (key.remedy() != null) {
            require(key.name(), key.remedy());
        }
    }

    /** The value under a key that must be there. */
    private @Nullable Node require(String key, String remedy) {
        Node value = mapping.get(key);
        if (value == null && !meant.contains(key)) {
            problems.addFromPolicy(mapping.problem("must be given")
                    .field(mapping.path().key(key).field())
                    .remedy(remedy));
        }
        return value;
    }

    private void check(Need need) {
        if (need instanceof Need.Something something && mapping.entries().isEmpty()) {
            problems.addFromPolicy(
                    mapping.problem("must not be empty").remedy("write for example " + something.example()));
        } else if (need instanceof Need.OneOf one) {
            requireOne(one);
        } else if (need instanceof Need.Beside beside) {
            Node value = mapping.get(beside.key());
            if (value != null && mapping.get(beside.other()) == null) {
                problems.refuse(value, beside.message(), beside.remedy());
            }
        } else if (need instanceof Need.With with && mapping.get(with.key()) != null) {
            require(with.needed(), with.remedy());
        } else if (need instanceof Need.Depending depending) {
            boolean there = mapping.get(depending.key()) != null;
            (there ? depending.with() : depending.without()).forEach(this::requireIfNeeded);
        } else if (need instanceof Need.Where where
                && mapping.get(where.key()) instanceof Node.Text text
                && text.value().equals(where.value())
                && mapping.get(where.needed()) == null) {
            problems.addFromPolicy(mapping.problem(where.message()).remedy(where.remedy()));
        }
    }

    private void requireOne(Need.OneOf one) {
        List<Node.Entry> present = mapping.entries().stream()
                .filter(entry -> one.keys().contains(entry.key()))
                .toList();
        String alternatives = String.join(", ", one.keys());
        if (present.isEmpty() && Collections.disjoint(one.keys(), meant)) {
            problems.addFromPolicy(mapping.problem("must have one of the keys " + alternatives)
                    .remedy("write for example " + one.example()));
        } else if (one.alone() && present.size() > 1) {
            problems.addFromPolicy(problem(present.get(1), "must have only one of the keys " + alternatives)
                    .remedy("keep one of them"));
        }
    }
}
