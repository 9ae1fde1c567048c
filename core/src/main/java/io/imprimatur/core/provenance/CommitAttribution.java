package io.imprimatur.core.provenance;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Digest;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.provenance.Claims.Claim;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the commits of a change who wrote it. A commit whose author is a known agent is the model's; one that
 * mentions an agent in a trailer is the model's in part, from none of its lines to all. A commit that says nothing
 * attributes nothing: what silence means is the policy's to say. Everything read here can be forged or stripped.
 *
 * <p>Attribution is by file: a file belongs to the commits that touched it. It is the model's only where each of these
 * was written by an agent. What stood under a path that is gone at head may have moved: a file that a commit touched together
 * with such a path is the model's in part, from none of it to all, where a commit on that path mentions an agent. Pure and
 * thread-safe.
 */
public final class CommitAttribution {
    private CommitAttribution() {}

    /** One thing that a commit says of a model. */
    record Said(Claim claim, Generation generation) {}

    /** A commit and what it says. Equal to itself alone: to compare commits by all their paths takes long for each path. */
    private static final class Statement {
        private final Commit commit;
        private final boolean written;
        private final List<Said> said = new ArrayList<>();
        /** What others say of what this commit may have moved. */
        private List<Said> moved = List.of();

        Statement(Commit commit) {
            this.commit = commit;
            Claims claims = Claims.of(commit);
            written = claims.written();
            claims.assisted().forEach(claim -> said.add(new Said(claim, generation(claim, commit))));
        }
    }

    /** What the commits of a change say. */
    public static Provenance of(Change change) {
        Map<String, List<Statement>> byPath = new HashMap<>();
        List<Statement> statements = new ArrayList<>();
        GonePaths gone = new GonePaths(change);
        for (Commit commit : change.commits()) {
            Statement statement = new Statement(commit);
            statements.add(statement);
            gone.add(commit, statement.said);
            for (RepoPath path : commit.touched()) {
                byPath.computeIfAbsent(path.text(), touched -> new ArrayList<>())
                        .add(statement);
            }
        }
        statements.forEach(statement -> statement.moved = gone.of(statement.commit));
        Map<String, Generation> generations = new TreeMap<>();
        List<Attribution> attributions = new ArrayList<>();
        for (ChangedFile file : change.files()) {
            Set<Statement> touching =
                    new LinkedHashSet<>(byPath.getOrDefault(file.path().text(), List.of()));
            RepoPath before = file.movedFrom().orElse(null);
            if (before != null) {
                touching.addAll(byPath.getOrDefault(before.text(), List.of()));
            }
            boolean allWritten = true;
            for (Statement statement : touching) {
                allWritten &= statement.written;
            }
            Set<String> named = new HashSet<>();
            for (Statement statement : touching) {
                for (Said said : statement.said) {
                    generations.put(said.generation().id(), said.generation());
                    named.add(said.generation().id());
                    attributions.add(attribution(file.path(), said, allWritten));
                }
            }
            for (Statement statement : touching) {
                for (Said said : statement.moved) {
                    generations.put(said.generation().id(), said.generation());
                    if (!allWritten && named.add(said.generation().id())) {
                        attributions.add(attribution(file.path(), said, false));
                    }
                }
            }
        }
        return new Provenance(attributions, List.copyOf(generations.values()), null);
    }

    private static Attribution attribution(RepoPath path, Said said, boolean whole) {
        return new Attribution(
                path,
                null,
                whole ? Contributor.AI : Contributor.MIXED,
                whole ? RatioRange.exactly(Ratio.ONE) : RatioRange.UNKNOWN,
                said.generation().id(),
                List.of(said.claim().evidence()));
    }

    private static Generation generation(Claim claim, Commit commit) {
        Person requester = requester(commit);
        // Named by what is said and on whose behalf, not by the commit: a rebase of the same work keeps the name.
        String name = claim.evidence().detail() + "\n" + requester;
        String id = "commit-"
                + Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
        return new Generation(id, claim.model(), claim.tool(), requester, null, null, null, null);
    }

    /** Whoever of author, co-authors and committer is a person asked the agent, as far as the commit tells. */
    private static @Nullable Person requester(Commit commit) {
        List<Person> people = new ArrayList<>(List.of(commit.author()));
        people.addAll(commit.coAuthors());
        people.add(commit.committer());
        Map<String, Person> humans = new LinkedHashMap<>();
        for (Person person : people) {
            if (Agents.of(person).isEmpty() && !person.email().equals("noreply@github.com")) {
                humans.putIfAbsent(person.email(), person);
            }
        }
        return humans.values().stream().findFirst().orElse(null);
    }
}
