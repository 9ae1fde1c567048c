package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectStream;

/** An object that is streamed, never held in memory. */
final class LargeObject extends ObjectLoader {
    private final int type;
    private final long size;
    private final Source source;

    LargeObject(int type, long size, Source source) {
        this.type = type;
        this.size = size;
        this.source = source;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public long getSize() {
        return size;
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public byte[] getCachedBytes() {
        throw new LargeObjectException();
    }

    @Override
    public ObjectStream openStream() throws IOException {
        return new ObjectStream.Filter(type, size, source.open());
    }

    interface Source {
        InputStream open() throws IOException;
    }
}
