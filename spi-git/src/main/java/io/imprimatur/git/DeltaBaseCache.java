package io.imprimatur.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/** Recently unpacked objects that others in the same pack are deltas against. Thread-safe; bounded in bytes. */
final class DeltaBaseCache {
    private static final int LARGEST_ENTRY_PART = 4;

    private final Map<Key, ObjectLoader.SmallObject> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final long capacity;
    private long held;

    DeltaBaseCache(long capacity) {
        this.capacity = capacity;
    }

    synchronized ObjectLoader.@Nullable SmallObject get(PackFile pack, long offset) {
        return entries.get(new Key(pack, offset));
    }

    synchronized void put(PackFile pack, long offset, ObjectLoader.SmallObject object) {
        if (object.getSize() > capacity / LARGEST_ENTRY_PART || entries.put(new Key(pack, offset), object) != null) {
            return;
        }
        held += object.getSize();
        Iterator<ObjectLoader.SmallObject> oldest = entries.values().iterator();
        while (held > capacity && oldest.hasNext()) {
            held -= oldest.next().getSize();
            oldest.remove();
        }
    }

    /** Packs compare by identity. */
    private record Key(PackFile pack, long offset) {}
}
