package dev.tegami.internal.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that gives an exact number of octets, and an error of the owner's choice where the one below ends early. */
final class Exactly extends FilterInputStream {
    /** Looks once more whether the origin is still the one we know. */
    interface Check {
        void run() throws IOException;
    }

    private final Check check;
    private final Supplier<? extends RuntimeException> changed;
    private long left;

    Exactly(InputStream in, long size, Check check, Supplier<? extends RuntimeException> changed) {
        super(in);
        this.left = size;
        this.check = check;
        this.changed = changed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (left == 0 || len == 0) {
            return len == 0 ? 0 : -1;
        }
        int n = in.read(b, off, (int) Math.min(len, left));
        if (n < 0) {
            throw changed.get();
        }
        left -= n;
        if (left == 0) {
            check.run();
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(Math.min(n, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
