package io.imprimatur.core.policy.file;

import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who holds the roles of a policy, as far as the policy says: a member that is a team may be any number of people. */
final class Staffing {
    private final Map<String, Role> roles;

    /** Of those roles that could be read. */
    Staffing(Collection<Role> roles) {
        this.roles = roles.stream().collect(Collectors.toUnmodifiableMap(Role::id, Function.identity()));
    }

    /** Why nobody could ever meet the requirement, as the rule that it breaks; null where somebody may. */
    @Nullable
    String shortage(Requirement requirement) {
        Role role = requirement.role() == null ? null : roles.get(requirement.role());
        if (role == null) {
            return null;
        }
        Set<String> counting = new HashSet<>(role.members());
        for (String excluded : requirement.excluding()) {
            Role other = roles.get(excluded);
            counting.removeAll(other == null ? List.of() : other.members());
        }
        if (counting.size() >= requirement.approvals() || counting.stream().anyMatch(Staffing::isTeam)) {
            return null;
        }
        String members = role.members().size() == 1
                ? "has 1 member"
                : "has " + role.members().size() + " members";
        boolean excludes = counting.size() < role.members().size();
        return "must be possible: role " + role.id() + " " + members
                + (excludes ? ", of whom " + counting.size() + " may approve here" : "");
    }

    /** Whether a member is a team, such as {@code @acme/appsec}, and not a person. */
    private static boolean isTeam(String member) {
        return member.startsWith("@") && member.indexOf('/') > 0;
    }
}
