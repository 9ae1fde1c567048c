package io.imprimatur.git;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** What JGit's walks read our objects through. Holds nothing; one a thread, as JGit asks. */
final class StoreReader extends ObjectReader {
    private static final int AMBIGUOUS = 2;

    private final StoredObjects objects;
    private final Set<ObjectId> shallow;

    StoreReader(StoredObjects objects, Set<ObjectId> shallow) {
        this.objects = objects;
        this.shallow = shallow;
        this.streamFileThreshold = StoredObjects.LARGEST_IN_MEMORY;
    }

    @Override
    public ObjectReader newReader() {
        return new StoreReader(objects, shallow);
    }

    @Override
    public Collection<ObjectId> resolve(AbbreviatedObjectId prefix) throws IOException {
        return objects.find(prefix, AMBIGUOUS);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        ObjectLoader object = objects.open(id);
        if (type != OBJ_ANY && object.getType() != type) {
            throw new IncorrectObjectTypeException(id.copy(), type);
        }
        return object;
    }

    @Override
    public Set<ObjectId> getShallowCommits() {
        return shallow;
    }

    @Override
    public void close() {}
}
