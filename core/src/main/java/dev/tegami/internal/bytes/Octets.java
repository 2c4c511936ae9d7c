package dev.tegami.internal.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A repeatable run of octets: it can be read, sliced and written any number of times. */
public interface Octets {

    /** Opens the run from its start. */
    InputStream open() throws IOException;

    /** The number of octets, or -1 if it is known only after reading. */
    long size();

    /** The octets from one offset up to another; both must lie inside. */
    Octets slice(long from, long to);

    /** Writes all octets. */
    default void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** All octets as a slice of some array, copied only where there is none yet. */
    default ArrayOctets inMemory() throws IOException {
        return ArrayOctets.of(toBytes());
    }

    /** Copies all octets into an array. */
    default byte[] toBytes() throws IOException {
        long size = size();
        if (size > Integer.MAX_VALUE - 16) {
            throw new IOException(size + " octets do not fit an array");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size < 0 ? 8192 : (int) size);
        writeTo(out);
        return out.toByteArray();
    }
}
