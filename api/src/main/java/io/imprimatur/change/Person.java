package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.util.Locale;

/**
 * A person, or what signs as one, by name and e-mail address as a commit has them. Neither is proof of who it was, and
 * both may hold any character.
 *
 * @param name at most 1,000 characters, may be empty
 * @param email at most 1,000 characters, may be empty
 */
public record Person(String name, String email) {
    public Person {
        Preconditions.wellFormed(name, "name");
        Preconditions.wellFormed(email, "email");
        Preconditions.check(
                name.length() <= 1000, "name", name.length() + " characters", "must have at most 1000 characters");
        Preconditions.check(
                email.length() <= 1000, "email", email.length() + " characters", "must have at most 1000 characters");
    }

    /** Whether the address is the same, without regard to case; where both have none, whether the name is. */
    public boolean sameAs(Person other) {
        if (email.isEmpty() && other.email.isEmpty()) {
            return name.equals(other.name);
        }
        return email.toLowerCase(Locale.ROOT).equals(other.email.toLowerCase(Locale.ROOT));
    }

    /** {@code name <email>}. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
