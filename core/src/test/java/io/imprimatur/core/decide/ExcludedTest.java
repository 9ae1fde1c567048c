package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.Revision;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 6: whose approval does not count. */
class ExcludedTest {
    private static final Person AUTHOR = person("author");
    private static final Person COMMITTER = person("committer");
    private static final Person CO_AUTHOR = person("co-author");
    private static final Person EARLIER = person("earlier");
    private static final Person PUSHER = person("pusher");
    private static final Person PROMPTER = person("prompter");

    @Test
    void authorCommitterCoAuthorsPusherAndPrompterAreEachExcludedOnce() {
        List<Commit> commits = List.of(
                commit("1", EARLIER, EARLIER, List.of()), commit("2", AUTHOR, COMMITTER, List.of(CO_AUTHOR, AUTHOR)));
        assertThat(excluded(commits, PUSHER, PROMPTER, AUTHOR))
                .containsExactly(AUTHOR, CO_AUTHOR, COMMITTER, EARLIER, PROMPTER, PUSHER);
    }

    @Test
    void whoIsNotKnownExcludesNobody() {
        assertThat(excluded(List.of(), null, (Person) null)).isEmpty();
    }

    private static List<Person> excluded(List<Commit> commits, Person pusher, Person... requesters) {
        Change change = new Change(
                "r", new Revision.Empty(), new Revision.WorkingTree(), "main", commits, pusher, List.of(), List.of());
        List<Generation> generations = new ArrayList<>();
        for (Person requester : requesters) {
            String id = "g" + generations.size();
            generations.add(new Generation(id, null, null, requester, null, null, null, null));
        }
        Assessment assessment = SmallWorld.assessment(
                change, new Provenance(List.of(), generations, null), Silence.UNKNOWN, List.of(), List.of(), null);
        Decision decision = new Decider(Policy.builder("p").build(), new PolicyOrigin.Starter()).decide(assessment);
        return decision.excluded();
    }

    private static Commit commit(String digit, Person author, Person committer, List<Person> coAuthors) {
        return new Commit(digit.repeat(40), author, committer, coAuthors, List.of(), Instant.EPOCH, List.of());
    }

    private static Person person(String name) {
        return new Person(name, name + "@example.org");
    }
}
