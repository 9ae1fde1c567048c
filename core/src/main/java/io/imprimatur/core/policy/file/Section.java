package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a file, of which every key is known. */
public final class Section {
    private final Node.Mapping mapping;
    private final Problems problems;

    /** Keys that are not there, and that someone who mistyped them probably meant. */
    private final Set<String> meant = new HashSet<>();

    private Section(Node.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The node as a mapping of these keys; every other key is refused, and nothing comes of another node. */
    public static @Nullable Section of(Node node, List<String> known, Problems problems) {
        Node.Mapping mapping = mapping(node, "such as { " + known.get(0) + ": … }", problems);
        if (mapping == null) {
            return null;
        }
        Section section = new Section(mapping, problems);
        List<String> free = new ArrayList<>(known);
        free.removeIf(key -> mapping.get(key) != null);
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                section.refuse(entry, free);
            }
        }
        return section;
    }

    private void refuse(Node.Entry entry, List<String> free) {
        problems.addFromPolicy(problem(entry, "unknown key").remedy(Nearest.remedy(entry.key(), free)));
        String nearest = Nearest.to(entry.key(), free);
        if (nearest != null) {
            meant.add(nearest);
        }
    }

    /** The node as a mapping of any keys. */
    public static Node.@Nullable Mapping mapping(Node node, String remedy, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        problems.refuse(node, "must be a mapping", "write a mapping " + remedy);
        return null;
    }

    /** A problem with the key of an entry. */
    public static Problem problem(Node.Entry entry, String message) {
        return entry.value().problem(message).at(entry.position()).value(entry.key());
    }

    /** The value under a key. */
    public @Nullable Node get(String key) {
        return mapping.get(key);
    }

    /** The value under a key that must be there. */
    public @Nullable Node require(String key, String remedy) {
        Node value = mapping.get(key);
        if (value == null && !meant.contains(key)) {
            problems.addFromPolicy(mapping.problem("must be given")
                    .field(mapping.path().key(key).field())
                    .remedy(remedy));
        }
        return value;
    }

    /** Reports where there is no key at all. */
    public void requireAny(String example) {
        if (mapping.entries().isEmpty()) {
            problems.addFromPolicy(mapping.problem("must not be empty").remedy("write for example " + example));
        }
    }

    /** Reports where none of the keys is there. */
    void requireOneOf(List<String> keys, String example) {
        if (Collections.disjoint(keys, meant) && keys.stream().allMatch(key -> mapping.get(key) == null)) {
            problems.addFromPolicy(mapping.problem("must have one of the keys " + String.join(", ", keys))
                    .remedy("write for example " + example));
        }
    }

    /** Reports where none of the keys is there, or more than one. */
    void requireExactlyOne(List<String> keys, String example) {
        List<Node.Entry> present = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (keys.contains(entry.key())) {
                present.add(entry);
            }
        }
        String alternatives = String.join(", ", keys);
        if (present.isEmpty() && Collections.disjoint(keys, meant)) {
            problems.addFromPolicy(mapping.problem("must have one of the keys " + alternatives)
                    .remedy("write for example " + example));
        } else if (present.size() > 1) {
            problems.addFromPolicy(problem(present.get(1), "must have only one of the keys " + alternatives)
                    .remedy("keep one of them"));
        }
    }
}
