package dev.tegami.internal.mime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eight octets looked at once in a while tell whether a delimiter can stand near: every delimiter that is long enough
 * covers one of the places looked at, and then shows eight of its own octets there.
 */
final class Grams {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WIDTH = Long.BYTES;
    private static final int SHORTEST = 14;
    private static final int LONGEST = 72;
    private static final int BITS = 12;

    private final boolean[] known = new boolean[1 << BITS];
    /** How far the places looked at are apart. */
    final int stride;

    private Grams(List<byte[]> boundaries, int length) {
        this.stride = length - WIDTH + 1;
        for (byte[] boundary : boundaries) {
            byte[] delimiter = new byte[length];
            delimiter[0] = '-';
            delimiter[1] = '-';
            System.arraycopy(boundary, 0, delimiter, 2, length - 2);
            for (int i = 0; i < stride; i++) {
                known[hash(delimiter, i)] = true;
            }
        }
    }

    static @Nullable Grams of(List<byte[]> boundaries) {
        int shortest = LONGEST;
        for (byte[] boundary : boundaries) {
            shortest = Math.min(shortest, boundary.length + 2);
        }
        return shortest < SHORTEST || boundaries.size() > 8 ? null : new Grams(boundaries, shortest);
    }

    /**
     * The first place, {@code from} or whole strides behind it, where a delimiter may show; the first one at or past
     * {@code limit - 7} if there is none.
     */
    int find(byte[] b, int from, int limit) {
        int stop = limit - WIDTH + 1;
        int at = from;
        boolean[] table = known;
        int step = stride;
        while (at < stop && !table[hash(b, at)]) {
            at += step;
        }
        return at;
    }

    private static int hash(byte[] b, int at) {
        long octets = (long) LONGS.get(b, at);
        return (int) ((octets * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    }
}
