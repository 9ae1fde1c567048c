package io.imprimatur.core.json.codec;

import io.imprimatur.change.Commit;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Trailer;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;

/** A commit. */
public final class CommitJson {
    private CommitJson() {}

    public static JsonObject write(Commit commit) {
        return JsonObject.builder()
                .put("id", commit.id())
                .put("author", PersonJson.write(commit.author()))
                .put("committer", PersonJson.write(commit.committer()))
                .put("coAuthors", JsonArray.of(commit.coAuthors(), PersonJson::write))
                .put("trailers", JsonArray.of(commit.trailers(), CommitJson::write))
                .put("committed", commit.committed().toString())
                .put("touched", JsonArray.ofTexts(commit.touched()))
                .build();
    }

    public static Commit read(Fields in) {
        return new Commit(
                in.text("id"),
                in.object("author", PersonJson::read),
                in.object("committer", PersonJson::read),
                in.objects("coAuthors", PersonJson::read),
                in.objects("trailers", CommitJson::readTrailer),
                in.text("committed", Words::time),
                in.texts("touched", RepoPath::new));
    }

    private static JsonObject write(Trailer trailer) {
        return JsonObject.builder()
                .put("key", trailer.key())
                .put("value", trailer.value())
                .build();
    }

    private static Trailer readTrailer(Fields in) {
        return new Trailer(in.text("key"), in.text("value"));
    }
}
