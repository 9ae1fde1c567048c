package io.imprimatur.core.json.codec;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.Preconditions;

/** A file that a change touches. */
public final class ChangedFileJson {
    private ChangedFileJson() {}

    public static JsonObject write(ChangedFile file) {
        return JsonObject.builder()
                .put("status", Words.id(file.status()))
                .putIfPresent("before", file.before(), ChangedFileJson::write)
                .putIfPresent("after", file.after(), ChangedFileJson::write)
                .put("added", file.added().toString())
                .put("deleted", file.deleted())
                .put("linesKnown", file.linesKnown())
                .build();
    }

    public static ChangedFile read(Fields in) {
        return new ChangedFile(
                in.constant("status", ChangeStatus.class),
                in.optional("before", key -> in.object(key, ChangedFileJson::readVersion)),
                in.optional("after", key -> in.object(key, ChangedFileJson::readVersion)),
                in.text("added", Words::lines),
                in.whole("deleted", Preconditions.MAX_WHOLE),
                in.flag("linesKnown"));
    }

    public static JsonObject write(FileVersion version) {
        return JsonObject.builder()
                .put("path", version.path().text())
                .put("mode", Words.id(version.mode()))
                .put("digest", version.digest().toString())
                .put("size", version.size())
                .put("binary", version.binary())
                .build();
    }

    private static FileVersion readVersion(Fields in) {
        return new FileVersion(
                in.text("path", RepoPath::new),
                in.constant("mode", FileMode.class),
                in.text("digest", Words::digest),
                in.whole("size", Preconditions.MAX_WHOLE),
                in.flag("binary"));
    }
}
