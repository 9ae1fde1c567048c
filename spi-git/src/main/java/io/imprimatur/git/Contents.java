package io.imprimatur.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;

/** Where the bytes of a tree's files come from. Thread-safe. */
interface Contents {
    /** The bytes of a file; of a submodule, the id of its commit as text. */
    ObjectLoader open(TreeEntry entry) throws IOException;

    /** From the object store. */
    static Contents stored(StoredObjects objects) {
        return entry -> {
            if (entry.mode() == FileMode.GITLINK) {
                return commitId(entry);
            }
            return objects.openBlob(entry.id());
        };
    }

    /** What stands for the content of a submodule. */
    static ObjectLoader commitId(TreeEntry submodule) {
        byte[] id = submodule.id().name().getBytes(StandardCharsets.US_ASCII);
        return new ObjectLoader.SmallObject(Constants.OBJ_BLOB, id);
    }
}
