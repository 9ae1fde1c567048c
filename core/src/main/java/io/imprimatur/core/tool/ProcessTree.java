package io.imprimatur.core.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program and all that it started. Its descendants are noted while it runs: once a parent has ended, nobody can say whose
 * child somebody was. Who slipped through between two looks is known, where there is a {@code /proc}, by the private folder
 * in its environment. Not thread-safe.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_ENVIRONMENT = 256 << 10;
    private static final int MOST_ROUNDS = 100;
    private static final long PAUSE_MILLIS = 5;

    private final Process process;
    private final String folder;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private final Set<ProcessHandle> ended = new HashSet<>();

    /**
     * A program that was started just now.
     *
     * @param folder the private folder; its name is unique, and in ASCII
     */
    ProcessTree(Process process, Path folder) {
        this.process = process;
        this.folder = "/" + folder.getFileName();
    }

    /** Notes who is there. */
    void look() {
        seen.removeIf(handle -> !handle.isAlive());
        process.descendants().forEach(seen::add);
    }

    /**
     * Ends all of it, by force, and again those that were started meanwhile, until nobody is left. Where the thread is
     * interrupted in between, its flag is set.
     */
    void end() {
        boolean interrupted = false;
        boolean quiet = false;
        // Twice quiet, as somebody may have been born while the first look was at another place.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean wasQuiet = quiet;
            quiet = endOnce();
            if (quiet && wasQuiet) {
                break;
            }
            interrupted |= !quiet && isInterruptedInPause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nobody was there who had not been ended before. */
    private boolean endOnce() {
        look();
        boolean quiet = !process.isAlive();
        process.destroyForcibly();
        for (ProcessHandle handle : seen) {
            // Once is enough, and who ended may count as alive for long, until somebody asks for its status.
            if (ended.add(handle)) {
                handle.destroyForcibly();
                quiet = false;
            }
        }
        for (ProcessHandle handle : marked()) {
            ended.add(handle);
            handle.destroyForcibly();
            quiet = false;
        }
        return quiet;
    }

    private boolean isInterruptedInPause() {
        boolean interrupted = Thread.interrupted();
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException told) {
            interrupted = true;
        }
        return interrupted;
    }

    /** Everyone of this user with the private folder in its environment. */
    private List<ProcessHandle> marked() {
        List<ProcessHandle> marked = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                if (isMarked(entry)) {
                    ProcessHandle.of(Long.parseLong(entry.getFileName().toString()))
                            .ifPresent(marked::add);
                }
            }
        } catch (IOException nobodyToAsk) {
            return marked;
        }
        return marked;
    }

    private boolean isMarked(Path entry) {
        try (InputStream in = Files.newInputStream(entry.resolve("environ"))) {
            // Every byte is a character in this charset.
            String environment = new String(in.readNBytes(MOST_ENVIRONMENT), StandardCharsets.ISO_8859_1);
            for (String variable : environment.split("\0", -1)) {
                if (variable.startsWith(ToolCommand.PRIVATE_FOLDER + "=") && variable.endsWith(folder)) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOursOrGone) {
            return false;
        }
    }
}
