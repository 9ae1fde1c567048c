package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * People who may approve something, by the names that a directory knows them by.
 *
 * @param id an identifier
 * @param members people or teams, for example {@code @acme/appsec}; ordered, at least one
 */
public record Role(String id, List<String> members) {
    public Role {
        Preconditions.id(id, "role");
        members = Preconditions.ordered(members, "members");
        Preconditions.check(!members.isEmpty(), "members", "none", "must have at least one");
        for (String member : members) {
            Preconditions.text(member, "members", 250);
        }
    }
}
