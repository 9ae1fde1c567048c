package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;

/** Holds bytes to the id that they are given out under: at once, or for what is streamed, at its end. */
final class VerifiedObject {
    private VerifiedObject() {}

    static ObjectLoader of(ObjectId id, ObjectLoader object) throws IOException {
        if (object.isLarge()) {
            return new LargeObject(object.getType(), object.getSize(), () -> stream(id, object));
        }
        MessageDigest hash = begin(object.getType(), object.getSize());
        hash.update(object.getCachedBytes());
        check(id, hash);
        return object;
    }

    /** The hash that gives an object its id, its header already fed to it. */
    static MessageDigest begin(int type, long size) {
        MessageDigest hash = Constants.newMessageDigest();
        hash.update((Constants.typeString(type) + " " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return hash;
    }

    private static void check(ObjectId id, MessageDigest hash) throws CorruptObjectException {
        if (!ObjectId.fromRaw(hash.digest()).equals(id)) {
            throw new CorruptObjectException(id, "its bytes have another hash");
        }
    }

    private static InputStream stream(ObjectId id, ObjectLoader object) throws IOException {
        MessageDigest hash = begin(object.getType(), object.getSize());
        return new DigestInputStream(object.openStream(), hash) {
            private long left = object.getSize();

            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? -1 : 1);
                return b;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int got = super.read(target, offset, length);
                count(got);
                return got;
            }

            private void count(int got) throws IOException {
                left -= Math.max(got, 0);
                if (left < 0 || (got < 0 && left > 0)) {
                    throw new CorruptObjectException(id, "not of the size that it declares");
                }
                if (got < 0) {
                    check(id, hash);
                }
            }
        };
    }
}
