package io.imprimatur.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Names of commits, as people and pipelines write them: a branch, tag or remote branch, a full ref name, an id or the
 * beginning of one, {@code HEAD} or {@code @}, each followed by any of {@code ~n}, {@code ^n}, <code>^{commit}</code>.
 *
 * <p>Stricter than git in one respect: a name that could mean two different commits (a tag {@code main} beside the
 * branch {@code main}) is refused, because whoever may push a tag could otherwise choose what is judged against what.
 */
final class RevisionResolver {
    private static final int MOST_ALIKE = 256;
    private static final Pattern SYNTAX =
            Pattern.compile("([^~^]+)((?:~[0-9]{0,9}|\\^[0-9]{0,9}|\\^\\{(?:commit)?\\})*)");
    private static final Pattern STEP = Pattern.compile("([~^])([0-9]*|\\{(?:commit)?\\})(?=[~^]|$)");
    /** Where git looks for a short name. */
    private static final List<String> PLACES =
            List.of("*", "refs/*", "refs/tags/*", "refs/heads/*", "refs/remotes/*", "refs/remotes/*/HEAD");

    private final RefStore refs;
    private final StoredObjects objects;
    private final History history;

    RevisionResolver(RefStore refs, StoredObjects objects, History history) {
        this.refs = refs;
        this.objects = objects;
        this.history = history;
    }

    RevCommit commit(String revision) throws IOException {
        Matcher syntax = SYNTAX.matcher(revision);
        if (!syntax.matches()) {
            throw Trouble.notFound(
                    "\"" + revision + "\" is not the name of a commit",
                    "give a branch, a tag, an id or HEAD, optionally followed by ~n or ^n");
        }
        RevCommit commit = history.commit(start(syntax.group(1)), revision);
        Matcher step = STEP.matcher(syntax.group(2));
        while (step.find()) {
            commit = step(commit, step.group(1).charAt(0), step.group(2));
        }
        return commit;
    }

    /** The full names that a name may be short for. */
    static List<String> meanings(String name) {
        List<String> meanings = new ArrayList<>();
        for (String place : PLACES) {
            meanings.add(place.replace("*", name.equals("@") ? "HEAD" : name));
        }
        return meanings;
    }

    /** Whether a revision is an id or the beginning of one, rather than a name. */
    static boolean isId(String revision) {
        return revision.matches("[0-9a-fA-F]{4,40}");
    }

    private RevCommit step(RevCommit from, char kind, String argument) throws IOException {
        if (argument.startsWith("{")) {
            return from;
        }
        int n = argument.isEmpty() ? 1 : Integer.parseInt(argument);
        if (kind == '^') {
            return n == 0 ? from : history.parent(from, n);
        }
        RevCommit commit = from;
        for (int i = 0; i < n; i++) {
            commit = history.parent(commit, 1);
        }
        return commit;
    }

    private ObjectId start(String name) throws IOException {
        if (ObjectId.isId(name.toLowerCase(Locale.ROOT))) {
            return ObjectId.fromString(name);
        }
        Map<String, ObjectId> meanings = new LinkedHashMap<>();
        for (String full : meanings(name)) {
            ObjectId id = refs.find(full);
            if (id != null) {
                meanings.put(full, id);
            }
        }
        if (isId(name)) {
            for (ObjectId id : commits(AbbreviatedObjectId.fromString(name.toLowerCase(Locale.ROOT)))) {
                meanings.put("the id " + id.name(), id);
            }
        }
        if (meanings.isEmpty()) {
            throw Trouble.notFound(
                    "there is no commit \"" + name + "\" in this repository",
                    "fetch it, or check the name with `git rev-parse`");
        }
        if (meanings.values().stream().distinct().count() > 1) {
            throw Trouble.notFound(
                    "\"" + name + "\" can mean " + String.join(" or ", meanings.keySet()),
                    "give the full name of the one that you mean");
        }
        return meanings.values().iterator().next();
    }

    /** Of the objects whose id begins so, those that are commits or tags. */
    private Collection<ObjectId> commits(AbbreviatedObjectId prefix) throws IOException {
        List<ObjectId> found = new ArrayList<>();
        for (ObjectId id : objects.find(prefix, MOST_ALIKE)) {
            int type = objects.open(id).getType();
            if (type == Constants.OBJ_COMMIT || type == Constants.OBJ_TAG) {
                found.add(id);
            }
        }
        return found;
    }
}
