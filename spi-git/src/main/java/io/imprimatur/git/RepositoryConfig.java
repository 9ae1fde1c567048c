package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * The few facts that a repository's own {@code config} is asked for: how its files are to be read. Includes are not
 * followed, and nothing in it can name a program or a file.
 *
 * @param executableBit false where the file system does not keep it ({@code core.fileMode})
 * @param symbolicLinks false where links are checked out as plain files ({@code core.symlinks})
 * @param convertsLineEnds {@code core.autocrlf} is set, to whatever
 * @param workingTree {@code core.worktree}, only compared, never followed
 * @param fetches where the branches of remotes are copied to ({@code remote.<name>.fetch})
 */
record RepositoryConfig(
        boolean executableBit,
        boolean symbolicLinks,
        boolean convertsLineEnds,
        @Nullable String workingTree,
        List<RefSpec> fetches) {
    private static final int LARGEST = 1 << 20;
    /** What changes nothing in how objects, refs and the index are read. */
    private static final Set<String> HARMLESS =
            Set.of("noop", "preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees");

    /** @param boundary null where the file's place is not yet known to be inside; it is then only compared with */
    static RepositoryConfig read(Path file, @Nullable Boundary boundary) throws IOException {
        Config config = new Config();
        byte[] bytes = boundary == null ? unbounded(file) : boundary.read(file, LARGEST);
        if (bytes != null) {
            try {
                config.fromText(new String(bytes, StandardCharsets.UTF_8));
            } catch (ConfigInvalidException invalid) {
                throw Trouble.unreadable(
                        file + " cannot be read as a git configuration", "run `git config --list` there");
            }
        }
        check(config, file);
        return new RepositoryConfig(
                flag(config, "filemode"),
                flag(config, "symlinks"),
                convertsLineEnds(config),
                config.getString("core", null, "worktree"),
                fetches(config));
    }

    private static byte @Nullable [] unbounded(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST);
        }
    }

    private static void check(Config config, Path file) {
        String version = config.getString("core", null, "repositoryformatversion");
        if (version != null && !version.equals("0") && !version.equals("1")) {
            throw Trouble.unreadable(file + " declares repository format " + version, "only 0 and 1 are known");
        }
        for (String name : config.getNames("extensions")) {
            String key = name.toLowerCase(Locale.ROOT);
            String value = String.valueOf(config.getString("extensions", null, name));
            if (key.equals("objectformat") && !value.equalsIgnoreCase("sha1")) {
                throw Trouble.unreadable(
                        file + " declares object format " + value,
                        "only sha1 can be read; give the change from a sha1 repository");
            }
            if (key.equals("refstorage") && !value.equalsIgnoreCase("files")) {
                throw Trouble.unreadable(
                        file + " declares ref storage " + value, "run `git refs migrate --ref-format=files`");
            }
            boolean known = HARMLESS.contains(key) || key.equals("objectformat") || key.equals("refstorage");
            if (!known && "1".equals(version)) {
                throw Trouble.unreadable(
                        file + " declares the extension " + name, "it is not known, so the repository is not read");
            }
        }
    }

    private static List<RefSpec> fetches(Config config) {
        List<RefSpec> fetches = new ArrayList<>();
        for (String remote : config.getSubsections("remote")) {
            for (String fetch : config.getStringList("remote", remote, "fetch")) {
                try {
                    fetches.add(new RefSpec(fetch));
                } catch (IllegalArgumentException malformed) {
                    // Git fetches nothing by it, so it says of no ref where it is from.
                }
            }
        }
        return List.copyOf(fetches);
    }

    private static boolean convertsLineEnds(Config config) {
        String value = config.getString("core", null, "autocrlf");
        return value != null && !value.equalsIgnoreCase("false");
    }

    private static boolean flag(Config config, String name) {
        try {
            return config.getBoolean("core", name, true);
        } catch (IllegalArgumentException notBoolean) {
            return true;
        }
    }
}
