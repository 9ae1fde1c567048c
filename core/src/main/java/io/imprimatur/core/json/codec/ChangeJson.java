package io.imprimatur.core.json.codec;

import io.imprimatur.change.Change;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;

/** A change. */
public final class ChangeJson {
    private ChangeJson() {}

    public static JsonObject write(Change change) {
        return JsonObject.builder()
                .put("repository", change.repository())
                .put("base", change.base().toString())
                .put("head", change.head().toString())
                .putIfPresent("target", change.target())
                .put("commits", JsonArray.of(change.commits(), CommitJson::write))
                .putIfPresent("pusher", change.pusher(), PersonJson::write)
                .put("files", JsonArray.of(change.files(), ChangedFileJson::write))
                .put("unread", JsonArray.of(change.unread(), ChangeJson::write))
                .build();
    }

    public static Change read(Fields in) {
        return new Change(
                in.text("repository"),
                in.text("base", Words::revision),
                in.text("head", Words::revision),
                in.optional("target", in::text),
                in.objects("commits", CommitJson::read),
                in.optional("pusher", key -> in.object(key, PersonJson::read)),
                in.objects("files", ChangedFileJson::read),
                in.objects("unread", ChangeJson::readUnread));
    }

    public static JsonObject write(UnreadPath unread) {
        return JsonObject.builder()
                .put("path", unread.path().text())
                .put("reason", unread.reason())
                .build();
    }

    private static UnreadPath readUnread(Fields in) {
        return new UnreadPath(in.text("path", RepoPath::new), in.text("reason"));
    }
}
