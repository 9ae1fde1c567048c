package io.imprimatur.core.provenance;

import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.Trailer;
import io.imprimatur.core.provenance.Agents.Agent;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Evidence.Kind;
import io.imprimatur.provenance.Evidence.Strength;
import io.imprimatur.provenance.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one commit says of the use of a model.
 *
 * @param written whether an agent is its author: all of it is the model's
 * @param assisted each thing that says a model had a part in it, with the tool and the model where they are named
 */
record Claims(boolean written, List<Claim> assisted) {

    /**
     * @param evidence what was read
     * @param tool the agent, where named
     * @param model the model, where named
     */
    record Claim(
            Evidence evidence,
            @Nullable String tool,
            @Nullable Model model) {}

    // "Claude Opus 4.5", "aider (gpt-5)", "AGENT:MODEL [TOOL]": a name with a model in it.
    private static final Pattern IN_PARENTHESES = Pattern.compile("^[^()]*\\(([^()]{1,200})\\)\\s*$");
    private static final Pattern ASSISTED_BY = Pattern.compile("^([^:\\s]{1,100}):(\\S{1,200})(\\s.*)?$");

    /** Reads a commit. */
    static Claims of(Commit commit) {
        List<Claim> claims = new ArrayList<>();
        Optional<Agent> author = Agents.of(commit.author());
        author.ifPresent(agent -> claims.add(identity("author", commit.author(), agent)));
        Agents.of(commit.committer())
                .filter(agent -> !author.equals(Optional.of(agent)))
                .ifPresent(agent -> claims.add(identity("committer", commit.committer(), agent)));
        for (Person person : commit.coAuthors()) {
            Agents.of(person)
                    .ifPresent(agent -> claims.add(new Claim(
                            evidence(Kind.COMMIT_TRAILER, "Co-authored-by: " + person),
                            agent.tool(),
                            model(person, agent))));
        }
        for (Trailer trailer : commit.trailers()) {
            claim(trailer).ifPresent(claims::add);
        }
        return new Claims(author.isPresent(), List.copyOf(claims));
    }

    boolean isEmpty() {
        return assisted.isEmpty();
    }

    private static Claim identity(String part, Person person, Agent agent) {
        return new Claim(evidence(Kind.AGENT_IDENTITY, part + " " + person), agent.tool(), model(person, agent));
    }

    private static Optional<Claim> claim(Trailer trailer) {
        String value = trailer.value().strip();
        return switch (trailer.key().toLowerCase(Locale.ROOT)) {
            case "assisted-by" -> Optional.of(assistedBy(trailer));
            case "generated-by" -> Optional.of(new Claim(evidence(trailer), lowerCase(value), null));
            case "made-with" -> Optional.of(new Claim(evidence(trailer), lowerCase(value), null));
            case "claude-session" -> Optional.of(new Claim(evidence(trailer), "claude-code", null));
            case "agent-logs-url", "ai-session" -> Optional.of(new Claim(evidence(trailer), null, null));
            case "ai-model" -> Optional.of(new Claim(evidence(trailer), null, named(value)));
            case "ai-assisted", "ai-modified" ->
                isNo(value) ? Optional.empty() : Optional.of(new Claim(evidence(trailer), null, null));
            case "ai-lines" ->
                value.equals("0") ? Optional.empty() : Optional.of(new Claim(evidence(trailer), null, null));
            default -> Optional.empty();
        };
    }

    private static boolean isNo(String value) {
        return List.of("false", "no", "none", "0").contains(value.toLowerCase(Locale.ROOT));
    }

    private static Claim assistedBy(Trailer trailer) {
        Matcher matcher = ASSISTED_BY.matcher(trailer.value().strip());
        return matcher.matches()
                ? new Claim(evidence(trailer), lowerCase(matcher.group(1)), named(matcher.group(2)))
                : new Claim(evidence(trailer), lowerCase(trailer.value()), null);
    }

    private static @Nullable Model named(String id) {
        return id.isBlank() || id.length() > Model.MAX_ID ? null : Model.of(id);
    }

    private static @Nullable Model model(Person person, Agent agent) {
        Matcher inParentheses = IN_PARENTHESES.matcher(person.name());
        if (agent.tool().equals("aider")) {
            return inParentheses.matches() && !inParentheses.group(1).equals("aider")
                    ? named(inParentheses.group(1))
                    : null;
        }
        // Claude Code signs as "Claude <model>": the id that a policy can speak of is provider/words-in-lower-case.
        String[] words = person.name().strip().toLowerCase(Locale.ROOT).split("\\s+");
        boolean namesModel = agent.tool().equals("claude-code")
                && words.length > 1
                && words[0].equals("claude")
                && !words[1].equals("code");
        return namesModel ? named(agent.provider() + "/" + String.join("-", words)) : null;
    }

    private static @Nullable String lowerCase(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.length() > 250 ? null : text;
    }

    private static Evidence evidence(Trailer trailer) {
        return evidence(Kind.COMMIT_TRAILER, trailer.key() + ": " + trailer.value());
    }

    private static Evidence evidence(Kind kind, String detail) {
        return new Evidence(kind, Strength.CLAIMED, detail.length() > 1000 ? detail.substring(0, 1000) : detail);
    }
}
