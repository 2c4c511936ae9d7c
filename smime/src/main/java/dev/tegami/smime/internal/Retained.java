package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream piece by piece and keeps all of it, as long as that is not too much. */
public final class Retained {
    private static final int PIECE = 16 * 1024;
    private static final int UNKNOWN = 64 * 1024;

    private final int most;
    private byte[] octets;
    private int start;
    private int held;
    private long size;
    private boolean over;

    /**
     * @param likely how much it is said to be, or -1; not believed
     * @param most how much to keep
     */
    public Retained(long likely, int most) {
        this.most = most;
        this.over = likely > most;
        this.octets = new byte[over ? PIECE : likely < 0 ? Math.min(most, UNKNOWN) : (int) likely];
    }

    /** Reads the next piece, which {@link #piece} has from {@link #start} on; returns its length, or -1 at the end. */
    public int read(InputStream in) throws IOException {
        start = over ? 0 : held;
        int n = start < octets.length ? in.read(octets, start, Math.min(PIECE, octets.length - start)) : beyond(in);
        held += over ? 0 : Math.max(0, n);
        size += Math.max(0, n);
        return n;
    }

    /** Everything that there is room for was read: there is more room only if there is more to read. */
    private int beyond(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return -1;
        }
        over = held == most;
        octets = over ? new byte[PIECE] : Arrays.copyOf(octets, (int) Math.min(most, 2L * held + PIECE));
        start = over ? 0 : held;
        octets[start] = (byte) next;
        return 1;
    }

    public byte[] piece() {
        return octets;
    }

    public int start() {
        return start;
    }

    /** How much was read. */
    public long size() {
        return size;
    }

    /** Whether all of it was kept. */
    public boolean isWhole() {
        return !over;
    }

    /** All of it, if it was kept. */
    public byte[] toArray() {
        return held == octets.length ? octets : Arrays.copyOf(octets, held);
    }
}
