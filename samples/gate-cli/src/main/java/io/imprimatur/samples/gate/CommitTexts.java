package io.imprimatur.samples.gate;

import io.imprimatur.change.Change;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.Trailer;
import io.imprimatur.secrets.Redaction;
import java.util.List;

/**
 * What commits say, without secrets. It is taken apart before anything of it is shown: tools and models are read from it, in
 * small letters, and a secret in other letters would not be known for one. Paths stay, as content is read by them.
 */
final class CommitTexts {
    private final Redaction redaction;

    private CommitTexts(Redaction redaction) {
        this.redaction = redaction;
    }

    static Change withoutSecrets(Change change, Redaction redaction) {
        CommitTexts texts = new CommitTexts(redaction);
        List<Commit> commits = change.commits().stream().map(texts::clean).toList();
        return new Change(
                change.repository(),
                change.base(),
                change.head(),
                change.target(),
                commits,
                change.pusher(),
                change.files(),
                change.unread());
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
        return new Person(redaction.text(person.name()), redaction.text(person.email()));
    }

    private Trailer clean(Trailer trailer) {
        return new Trailer(redaction.text(trailer.key()), redaction.text(trailer.value()));
    }
}
