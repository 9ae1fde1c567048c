package io.imprimatur.secrets;

import io.imprimatur.change.Change;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.Trailer;
import java.util.function.UnaryOperator;

/** What the commits of a change say, without secrets. */
final class CommitTexts {
    private final UnaryOperator<String> clean;

    CommitTexts(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    Change of(Change change) {
        return change.withCommits(change.commits().stream().map(this::clean).toList());
    }

    private Commit clean(Commit commit) {
        return new Commit(
                commit.id(),
                clean(commit.author()),
                clean(commit.committer()),
                commit.coAuthors().stream().map(this::clean).toList(),
                commit.trailers().stream().map(this::clean).toList(),
                commit.committed(),
                commit.touched());
    }

    private Person clean(Person person) {
        return new Person(clean.apply(person.name()), clean.apply(person.email()));
    }

    private Trailer clean(Trailer trailer) {
        return new Trailer(clean.apply(trailer.key()), clean.apply(trailer.value()));
    }
}
