package io.imprimatur.core.provenance;

import io.imprimatur.change.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The agents that are known by the identity under which they commit. Sources: the agents' own commits, as their vendors
 * document them, November 2026.
 */
final class Agents {
    /**
     * @param tool the agent's name
     * @param provider who makes the models that it uses unless it says otherwise; empty where that is open
     * @param email its address, lower case; matched exactly, or after the numeric id that GitHub puts before it
     */
    record Agent(String tool, String provider, String email) {
        private boolean signs(Person person) {
            String address = person.email().toLowerCase(Locale.ROOT);
            int plus = address.indexOf('+');
            return address.equals(email)
                    || (address.endsWith("@users.noreply.github.com")
                            && plus > 0
                            && address.chars().limit(plus).allMatch(Character::isDigit)
                            && address.substring(plus + 1).equals(email));
        }
    }

    private static final List<Agent> KNOWN = List.of(
            new Agent("claude-code", "anthropic", "noreply@anthropic.com"),
            new Agent("copilot", "", "copilot@users.noreply.github.com"),
            new Agent("copilot", "", "copilot-swe-agent[bot]@users.noreply.github.com"),
            new Agent("codex", "openai", "noreply@openai.com"),
            new Agent("cursor", "", "cursoragent@cursor.com"),
            new Agent("aider", "", "aider@aider.chat"),
            new Agent("aider", "", "noreply@aider.chat"),
            new Agent("devin", "", "devin-ai-integration[bot]@users.noreply.github.com"),
            new Agent("jules", "google", "google-labs-jules[bot]@users.noreply.github.com"),
            new Agent("gemini", "google", "gemini-code-assist[bot]@users.noreply.github.com"));

    private static final Agent AIDER = new Agent("aider", "", "aider@aider.chat");

    private Agents() {}

    /** The agent that a person is, by address, or by the mark that Aider leaves in a name. */
    static Optional<Agent> of(Person person) {
        if (person.name().toLowerCase(Locale.ROOT).endsWith("(aider)")) {
            return Optional.of(AIDER);
        }
        return KNOWN.stream().filter(agent -> agent.signs(person)).findFirst();
    }
}
