package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.layer.Composition;
import io.imprimatur.core.policy.layer.Layer;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.PolicySource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a policy extends, and what that extends in turn: each once, to a bounded number and depth. */
final class Layers {
    /** The most policies that one policy may extend, directly or not. */
    static final int MOST = 16;

    /** How many policies may extend one another. */
    static final int DEEPEST = 8;

    private final PolicySource source;

    /** Those that were begun, by name; nothing where one cannot be read. */
    private final Map<String, Optional<ReadPolicy>> begun = new HashMap<>();

    /** The names of the policies that are being read, each extended by the one before it. */
    private final Deque<String> path = new ArrayDeque<>();

    Layers(PolicySource source) {
        this.source = source;
    }

    /**
     * What a policy extends.
     *
     * @param layer what they say together; absent where there is none, or where one of them could not be read
     * @param layers they themselves, the outermost first
     * @param isWhole whether each of them could be read
     */
    record Inherited(@Nullable Layer layer, List<PolicyLayer> layers, boolean isWhole) {}

    /** What stands at {@code extends} of a policy with this name. */
    Inherited read(@Nullable Node node, @Nullable String name, Problems problems) {
        if (node == null) {
            return new Inherited(null, List.of(), true);
        }
        Values values = new Values(problems);
        path.addLast(name == null ? "" : name);
        List<Optional<ReadPolicy>> bases = values.list(node, each -> base(each, problems, values));
        path.removeLast();
        Set<PolicyLayer> layers = new LinkedHashSet<>();
        Layer layer = null;
        for (Optional<ReadPolicy> base : bases) {
            if (base.isEmpty()) {
                return new Inherited(null, List.of(), false);
            }
            ReadPolicy read = base.get();
            layers.addAll(read.policy().layers());
            layers.add(read.reference());
            Layer next = read.layer().inheritedFrom(read.policy().name());
            layer = layer == null ? next : Composition.join(layer, next, problems::addElsewhere);
        }
        return new Inherited(layer, new ArrayList<>(layers), true);
    }

    private Optional<ReadPolicy> base(Node node, Problems problems, Values values) {
        Section section = node instanceof Node.Mapping ? Section.of(node, Vocabulary.LAYER, problems) : null;
        Node nameNode = section == null ? node : section.get("policy");
        String name = values.id(nameNode);
        Digest digest = section == null ? null : values.of(section.get("digest"), Values::digest);
        if (nameNode == null || name == null) {
            return Optional.empty();
        }
        Optional<ReadPolicy> base = base(nameNode, name, problems);
        Node pin = section == null ? null : section.get("digest");
        if (pin != null && digest != null && base.isPresent()) {
            Digest actual = base.get().reference().digest();
            if (!digest.equals(actual)) {
                problems.addFromPolicy(pin.problem("must be the digest of " + name + " as it stands, " + actual)
                        .value(digest)
                        .remedy("look at what changed in "
                                + base.get().reference().source() + ", then write its digest here"));
            }
        }
        return base;
    }

    private Optional<ReadPolicy> base(Node node, String name, Problems problems) {
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path);
            circle.subList(0, circle.indexOf(name)).clear();
            circle.add(name);
            problems.refuse(
                    node,
                    "must not lead back to itself: " + String.join(" extends ", circle),
                    "leave one of these out");
            return Optional.empty();
        }
        Optional<ReadPolicy> earlier = begun.get(name);
        if (earlier != null) {
            return earlier;
        }
        if (begun.size() == MOST) {
            problems.refuse(
                    node, "must be one of at most " + MOST + " policies that are extended", "merge some of them");
            return Optional.empty();
        }
        if (path.size() == DEEPEST) {
            problems.refuse(
                    node, "must be one of at most " + DEEPEST + " that extend one another", "merge some of them");
            return Optional.empty();
        }
        begun.put(name, Optional.empty());
        Optional<ReadPolicy> read = find(node, name, problems);
        begun.put(name, read);
        return read;
    }

    private Optional<ReadPolicy> find(Node node, String name, Problems problems) {
        Optional<PolicyDocument> document;
        try {
            document = source.find(name);
        } catch (ImprimaturException refused) {
            refused.problems().forEach(problems::addElsewhere);
            return Optional.empty();
        }
        if (document.isEmpty()) {
            problems.refuse(node, "must be a policy that is there", "add it, or leave it out");
            return Optional.empty();
        }
        String file = document.get().source();
        Problems found = new Problems(file);
        Optional<ReadPolicy> read = PolicyFile.read(document.get().content(), file, this, found);
        found.inOrder().forEach(problems::addElsewhere);
        if (read.isPresent() && !read.get().policy().name().equals(name)) {
            problems.refuse(
                    node,
                    "must be the name of the policy that is there: " + file + " holds "
                            + read.get().policy().name(),
                    "rename one of the two");
            return Optional.empty();
        }
        return read;
    }
}
