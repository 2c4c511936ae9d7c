package dev.tegami.internal.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;

/** A region of whatever an opener gives; each open starts the opener anew and skips. */
public final class SuppliedOctets implements Octets {
    /** Opens the whole from its start. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private final Opener opener;
    private final Supplier<? extends RuntimeException> changed;
    private final long from;
    private final long to;

    /** The region of {@code opener}'s octets; {@code to} is -1 for "to the end". */
    public SuppliedOctets(Opener opener, Supplier<? extends RuntimeException> changed, long from, long to) {
        this.opener = opener;
        this.changed = changed;
        this.from = from;
        this.to = to;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = opener.open();
        boolean good = false;
        try {
            skip(in, from);
            good = true;
            return to < 0 ? in : new Exactly(in, to - from, () -> {}, changed);
        } finally {
            if (!good) {
                in.close();
            }
        }
    }

    private void skip(InputStream in, long count) throws IOException {
        long left = count;
        byte[] scratch = left > 0 ? new byte[(int) Math.min(left, 8192)] : new byte[0];
        while (left > 0) {
            int n = in.read(scratch, 0, (int) Math.min(left, scratch.length));
            if (n < 0) {
                throw changed.get();
            }
            left -= n;
        }
    }

    @Override
    public long size() {
        return to < 0 ? -1 : to - from;
    }

    @Override
    public Octets slice(long start, long end) {
        Objects.checkFromToIndex(start, end, to < 0 ? Long.MAX_VALUE : size());
        return new SuppliedOctets(opener, changed, from + start, from + end);
    }
}
