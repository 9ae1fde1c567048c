package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who must approve. */
public final class RequirementReader {
    private final Problems problems;
    private final Values values;
    private final @Nullable Set<String> roles;
    private final Staffing staffing;

    RequirementReader(Problems problems, Values values, @Nullable Set<String> roles, Staffing staffing) {
        this.problems = problems;
        this.values = values;
        this.roles = roles;
        this.staffing = staffing;
    }

    /** For requirements under a policy. */
    public RequirementReader(Problems problems, Values values, Policy policy) {
        this(
                problems,
                values,
                policy.roles().stream().map(Role::id).collect(Collectors.toSet()),
                new Staffing(policy.roles()));
    }

    /** The requirement, or null where it is no mapping of its keys. What comes of one with a problem is not to be used. */
    public @Nullable Requirement read(Node node) {
        Section section = Section.of(node, Vocabulary.REQUIREMENT, problems);
        if (section == null) {
            return null;
        }
        int approvals = values.whole(section.get("approvals"), Requirement.MAX_APPROVALS);
        String by = role(section.get("by"));
        List<String> excluding = values.list(section.get("excluding"), item -> excluded(item, by));
        Duration within = values.of(section.get("within"), Durations::parse);
        Requirement requirement = new Requirement(by, approvals, excluding, within);
        refuseTooFew(section, requirement);
        return requirement;
    }

    private void refuseTooFew(Section section, Requirement requirement) {
        Node excluding = section.get("excluding");
        Node by = section.get("by");
        Node approvals = section.get("approvals");
        Node place = excluding != null ? excluding : approvals != null ? approvals : by;
        String shortage = staffing.shortage(requirement);
        if (place != null && shortage != null) {
            problems.addFromPolicy(place.problem(shortage)
                    .value(requirement.approvals() == 1 ? "1 approval" : requirement.approvals() + " approvals")
                    .remedy(
                            excluding != null
                                    ? "exclude fewer, ask for fewer approvals, or name more members under roles"
                                    : "ask for fewer approvals, or name more members under roles"));
        }
    }

    private @Nullable String excluded(Node node, @Nullable String by) {
        String role = role(node);
        if (role != null && role.equals(by)) {
            problems.refuse(node, "must not be the role that is to approve", "name another role, or leave it out");
            return null;
        }
        return role;
    }

    private @Nullable String role(@Nullable Node node) {
        return values.known(node, roles, "must be a role that the policy declares", "declare it under roles");
    }
}
