package dev.tegami.imap.internal.wire;

import dev.tegami.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The longer literals of one response, each in an array of its own that whoever reads it may keep: they are not copied
 * out of the frame again. Together they are bounded by the limit {@code literal}.
 */
final class Literals {
    static final Literals NONE = new Literals();

    private static final int STEP = 64 * 1024;

    private int[] places = new int[0];
    private byte[][] octets = new byte[0][];
    private int count;
    private long total;

    /** Reads a literal whose octets would stand at a place of the frame; nothing is allocated that has not come. */
    void read(int place, long size, Wire wire) {
        long limit = wire.options().limits().literal();
        if (size > limit - total) {
            throw wire.limitExceeded("literal", limit);
        }
        total += size;
        byte[] array = new byte[(int) Math.min(size, STEP)];
        int length = 0;
        while (length < size) {
            if (length == array.length) {
                array = Arrays.copyOf(array, (int) Math.min(size, 2L * length));
            }
            wire.read(array, length, array.length - length);
            length = array.length;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2 + 1);
            octets = Arrays.copyOf(octets, count * 2 + 1);
        }
        places[count] = place;
        octets[count++] = array;
    }

    /** The literal whose octets would stand at that place. */
    byte @Nullable [] at(int place) {
        int found = Arrays.binarySearch(places, 0, count, place);
        return found < 0 ? null : octets[found];
    }

    /** A stretch of the frame with the literals in their places. */
    byte[] putBack(byte[] frame, int from, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(to - from);
        int at = from;
        for (int i = 0; i < count; i++) {
            if (places[i] >= at && places[i] <= to) {
                all.write(frame, at, places[i] - at);
                all.writeBytes(octets[i]);
                at = places[i];
            }
        }
        all.write(frame, at, to - at);
        return all.toByteArray();
    }

    /** How many octets there are. */
    long total() {
        return total;
    }
}
