package io.imprimatur.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a repository, wired. */
record OpenRepository(
        RepositoryLayout layout,
        Boundary boundary,
        RepositoryConfig config,
        GitOptions options,
        StoredObjects objects,
        History history,
        RefStore refs,
        RevisionResolver revisions,
        Branches branches) {
    private static final int LARGEST_INDEX = 1 << 29;
    private static final int LARGEST_RULES = 1 << 20;
    private static final int LARGEST_SHALLOW = 1 << 26;

    static OpenRepository open(RepositoryLayout layout, GitOptions options) throws IOException {
        Boundary boundary = layout.boundary(options.allowed());
        Path common = layout.commonDirectory();
        RepositoryConfig config = RepositoryConfig.read(common.resolve("config"), boundary);
        List<Path> directories = Alternates.of(common.resolve("objects"), boundary);
        byte[] shallow = boundary.read(common.resolve("shallow"), LARGEST_SHALLOW);
        StoredObjects objects = new StoredObjects(directories, boundary);
        History history = new History(objects, History.shallow(shallow));
        RefStore refs = new RefStore(layout, boundary);
        RevisionResolver revisions = new RevisionResolver(refs, objects, history);
        Branches branches = new Branches(refs, config.fetches());
        return new OpenRepository(layout, boundary, config, options, objects, history, refs, revisions, branches);
    }

    Trees trees() {
        return new Trees(history.reader(), options.maxFiles());
    }

    /** What the index holds, the directories of a sparse one opened; empty where there is none. */
    List<GitIndex.Entry> index() throws IOException {
        Path file = layout.gitDirectory().resolve("index");
        return IndexTree.expand(GitIndex.read(file, boundary.read(file, LARGEST_INDEX)), trees());
    }

    /** A file of {@code .git/info}; null where there is none. */
    byte @Nullable [] info(String name) throws IOException {
        return boundary.read(layout.commonDirectory().resolve("info").resolve(name), LARGEST_RULES);
    }
}
