package io.imprimatur.core.tool;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lays out the files that a change leaves behind in a folder, so that a tool can look at them and at nothing else of the
 * repository: no history, no configuration, no ignore list. Links and submodules are left out, and never followed.
 *
 * <p>A file keeps its path where that is plain. A segment that might mean something to a tool or to the file system is
 * replaced by a plain one with the same ending: one that begins with {@code -}, that is not printable ASCII, that the tool
 * takes for its configuration, or that differs from another only in case. Immutable and thread-safe.
 *
 * @param mostBytes the largest file that is laid out, in bytes
 * @param mostInAll how many bytes are laid out together
 * @param mostFiles how many files are laid out
 * @param reserved names in lower case that mean something to the tool; {@code .git} always does
 */
public record FileLayout(int mostBytes, long mostInAll, int mostFiles, Set<String> reserved) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PATH = 1000;

    public FileLayout {
        Preconditions.check(mostBytes >= 0, "mostBytes", mostBytes, "must not be negative");
        Preconditions.check(mostInAll >= 0, "mostInAll", mostInAll, "must not be negative");
        Preconditions.check(mostFiles >= 0, "mostFiles", mostFiles, "must not be negative");
        reserved = Set.copyOf(Preconditions.copy(reserved, "reserved"));
    }

    /**
     * Lays out every file that the change leaves behind.
     *
     * @param folder where, empty
     * @throws InterruptedException where the answer is no longer wanted
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE} where there is no room
     */
    public LaidOutFiles lay(ScanRequest request, Path folder) throws InterruptedException {
        List<RepoPath> paths = request.change().files().stream()
                .filter(file -> file.after() != null)
                .map(file -> file.path())
                .toList();
        return lay(request, paths, folder);
    }

    /**
     * Lays out files of the side after the change, whether it touches them or not.
     *
     * @param paths which, in the order in which they are wanted
     * @param folder where, empty
     * @throws InterruptedException where the answer is no longer wanted
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE} where there is no room
     */
    public LaidOutFiles lay(ScanRequest request, List<RepoPath> paths, Path folder) throws InterruptedException {
        Laying laying = new Laying(request.content().head(), folder);
        for (RepoPath path : paths) {
            request.checkCancelled();
            laying.lay(path);
        }
        return new LaidOutFiles(folder, laying.files, laying.gaps);
    }

    private final class Laying {
        private final Tree head;
        private final Path folder;
        private final SortedMap<String, RepoPath> files = new TreeMap<>();
        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Gap> gaps = new ArrayList<>();
        private long bytes;

        private Laying(Tree head, Path folder) {
            this.head = head;
            this.folder = folder;
        }

        private void lay(RepoPath path) {
            try {
                TreeFile file = head.file(path).orElse(null);
                if (file == null) {
                    leaveOut(path, Gap.Cause.UNREADABLE, "it is not there");
                } else if (file.mode() == FileMode.SYMLINK) {
                    leaveOut(path, Gap.Cause.UNSUPPORTED, "it is a link, and links are not followed");
                } else if (file.mode() == FileMode.SUBMODULE) {
                    leaveOut(path, Gap.Cause.UNSUPPORTED, "it is another repository, and that is not entered");
                } else if (file.size() > mostBytes) {
                    tooLarge(path);
                } else if (files.size() >= mostFiles || bytes + file.size() > mostInAll) {
                    leaveOut(
                            path,
                            Gap.Cause.TOO_LARGE,
                            "the change has more than " + mostFiles + " files or " + mostInAll + " bytes");
                } else {
                    write(path, head.read(path, mostBytes));
                }
            } catch (ImprimaturException unread) {
                if (unread.code() == ErrorCode.CONTENT_TOO_LARGE) {
                    tooLarge(path);
                } else {
                    leaveOut(
                            path,
                            Gap.Cause.UNREADABLE,
                            "it could not be read: " + unread.code().id());
                }
            }
        }

        private void write(RepoPath path, byte[] content) {
            String place = place(path);
            Path target = folder.resolve(place);
            try {
                Files.createDirectories(target.getParent());
                Files.write(target, content, StandardOpenOption.CREATE_NEW);
            } catch (IOException failure) {
                leaveOut(
                        path,
                        Gap.Cause.UNREADABLE,
                        "it could not be laid out: " + failure.getClass().getSimpleName());
                return;
            }
            bytes += content.length;
            files.put(place, path);
        }

        private void tooLarge(RepoPath path) {
            leaveOut(path, Gap.Cause.TOO_LARGE, "it is larger than " + mostBytes + " bytes");
        }

        private void leaveOut(RepoPath path, Gap.Cause cause, String detail) {
            gaps.add(Gap.at(path, cause, detail));
        }

        /** A path within the folder that nobody has yet, whatever the file system makes of case. */
        private String place(RepoPath path) {
            List<String> segments = new ArrayList<>();
            String whole = "";
            for (String segment : path.text().split("/", -1)) {
                whole += "/" + segment;
                // By its whole path, so that files of one folder stay together.
                segments.add(
                        isPlain(segment)
                                ? segment
                                : renamed(segment, numbers.computeIfAbsent(whole, absent -> numbers.size())));
            }
            String place = String.join("/", segments);
            if (place.length() > LONGEST_PATH) {
                place = renamed(path.name(), files.size());
            }
            String first = place;
            for (int attempt = 0; !isFree(place); attempt++) {
                place = "again-" + files.size() + "-" + attempt + "/" + first;
            }
            for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
                taken.add(folderKey(place.substring(0, slash)));
            }
            taken.add(fileKey(place));
            return place;
        }

        /** Neither another file, nor a file where this needs a folder, nor a folder where this is a file. */
        private boolean isFree(String place) {
            for (int slash = place.indexOf('/'); slash > 0; slash = place.indexOf('/', slash + 1)) {
                if (taken.contains(fileKey(place.substring(0, slash)))) {
                    return false;
                }
            }
            return !taken.contains(fileKey(place)) && !taken.contains(folderKey(place));
        }

        private static String fileKey(String place) {
            return place.toLowerCase(Locale.ROOT);
        }

        private static String folderKey(String place) {
            return place.toLowerCase(Locale.ROOT) + "/";
        }
    }

    private boolean isPlain(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return segment.length() <= LONGEST_NAME
                && !segment.startsWith("-")
                && !segment.endsWith(".")
                && !segment.startsWith(" ")
                && !segment.endsWith(" ")
                && segment.chars().allMatch(FileLayout::isPlain)
                && !lower.equals(".git")
                && !reserved.contains(lower);
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && character < 0x7f && "\\\"*?<>|:".indexOf(character) < 0;
    }

    /** Its ending says what a file holds, so it is kept. */
    private static String renamed(String segment, int number) {
        int dot = segment.lastIndexOf('.');
        String ending = dot < 0 ? "" : segment.substring(dot + 1);
        return "renamed-" + number + (ending.matches("[A-Za-z0-9]{1,16}") ? "." + ending : "");
    }
}
