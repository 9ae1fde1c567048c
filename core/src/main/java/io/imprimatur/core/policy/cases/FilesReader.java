package io.imprimatur.core.policy.cases;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of a change. */
final class FilesReader {
    private static final int MOST = CaseVocabulary.MOST_FILES;

    /** The most files that all cases of a file may have together. */
    private static final int MOST_TOGETHER = 100_000;

    private static final int LINES = 10;

    private final Problems problems;
    private final Values values;
    private int together;

    FilesReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** The files; where none are given, an ordinary one. */
    List<GivenFile> read(@Nullable Node node, @Nullable Node ai) {
        Authorship given = authorship(ai, Authorship.PERSON);
        if (node == null) {
            return List.of(file(new RepoPath("file.txt"), given, ai));
        }
        List<GivenFile> files = new ArrayList<>();
        for (Node item : node instanceof Node.Sequence sequence ? sequence.items() : List.of(node)) {
            files.addAll(item instanceof Node.Mapping ? read(item, given, ai) : plain(item, given, ai));
            boolean tooMany = files.size() > MOST;
            if (tooMany || files.size() + together > MOST_TOGETHER) {
                String most = tooMany ? MOST + " files" : MOST_TOGETHER + " files in all cases together";
                problems.addFromPolicy(item.problem("more than " + most).remedy("give fewer copies"));
                return List.of();
            }
        }
        together += files.size();
        return files;
    }

    private List<GivenFile> plain(Node item, Authorship given, @Nullable Node ai) {
        RepoPath path = values.of(item, RepoPath::new);
        return path == null ? List.of() : List.of(file(path, given, ai));
    }

    private GivenFile file(RepoPath path, Authorship given, @Nullable Node ai) {
        refusePartsOfLines(given, LINES, ai);
        return new GivenFile(path, null, ChangeStatus.MODIFIED, LINES, 0, true, given);
    }

    private List<GivenFile> read(Node item, Authorship given, @Nullable Node ai) {
        Section section = Section.of(item, CaseVocabulary.CHANGED_FILE, problems);
        if (section == null) {
            return List.of();
        }
        RepoPath path = values.of(section.get("path"), RepoPath::new);
        Node fromNode = section.get("from");
        RepoPath from = values.of(fromNode, RepoPath::new);
        ChangeStatus status = values.choice(
                section.get("status"),
                ChangeStatus.values(),
                fromNode == null ? ChangeStatus.MODIFIED : ChangeStatus.RENAMED);
        boolean known = linesKnown(section);
        boolean counts = known && status != ChangeStatus.DELETED;
        int added = values.whole(section.get("added"), 0, counts ? CaseVocabulary.MOST_LINES : 0, counts ? LINES : 0);
        int deleted = values.whole(section.get("deleted"), 0, known ? CaseVocabulary.MOST_LINES : 0, 0);
        int copies = values.whole(section.get("copies"), 1, MOST, 1);
        Node own = section.get("ai");
        Authorship authorship = authorship(own, given);
        refusePartsOfLines(authorship, added, own == null ? ai : own);
        if (path == null) {
            return List.of();
        }
        List<GivenFile> files = new ArrayList<>();
        for (int i = 1; i <= copies; i++) {
            files.add(new GivenFile(numbered(path, i), from, status, added, deleted, known, authorship));
        }
        return files;
    }

    private boolean linesKnown(Section section) {
        Node lines = section.get("lines");
        String text = values.text(lines);
        if (lines != null && text != null && !text.equals("unknown")) {
            problems.refuse(lines, "must be unknown", "give their number as added and deleted");
        }
        return lines == null;
    }

    private Authorship authorship(@Nullable Node node, Authorship absent) {
        Authorship authorship = values.of(node, Authorship::parse);
        return authorship == null ? absent : authorship;
    }

    private void refusePartsOfLines(Authorship authorship, int added, @Nullable Node node) {
        if (node != null && !authorship.isWholeOf(added)) {
            problems.refuse(
                    node,
                    "must come to whole lines, and the file has " + added + " added lines",
                    "give the file more lines, for example added: 100");
        }
    }

    /** The path of a copy: {@code src/a.java}, {@code src/a-2.java}, … */
    private static RepoPath numbered(RepoPath path, int number) {
        if (number == 1) {
            return path;
        }
        String text = path.text();
        int dot = text.lastIndexOf('.');
        int end = dot > text.lastIndexOf('/') + 1 ? dot : text.length();
        return new RepoPath(text.substring(0, end) + "-" + number + text.substring(end));
    }
}
