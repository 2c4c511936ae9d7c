package dev.tegami.internal.mime.tnef;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Damage;

/** Walks over the attributes of a TNEF stream (MS-OXTNEF section 2.1.3). Every octet is looked at once. */
public final class Attributes {
    private static final int SIGNATURE = 0x223E9F78;
    /** Level, id, length and checksum. */
    private static final int FRAME = 11;

    private Attributes() {}

    /** Takes the attributes as they come. */
    @FunctionalInterface
    public interface Sink {
        void attribute(int id, ArrayOctets data, int offset);
    }

    public static boolean isTnef(ArrayOctets octets) {
        LittleEndian in = new LittleEndian(octets);
        return in.has(4) && in.number() == SIGNATURE;
    }

    /** Reads as far as it makes sense; {@code base} is added to the offsets of what is told. */
    public static void read(ArrayOctets octets, int base, Damage.Sink damage, Sink sink) {
        LittleEndian in = new LittleEndian(octets);
        if (!in.has(6) || in.number() != SIGNATURE) {
            damage.found(Damage.DAMAGED_TNEF, base, "no TNEF signature");
            return;
        }
        in.word();
        while (in.left() > 0) {
            int offset = base + in.position();
            int level = in.octet();
            if ((level != 1 && level != 2) || !in.has(8)) {
                damage.found(Damage.DAMAGED_TNEF, offset, (in.left() + 1) + " octets that are no attribute");
                return;
            }
            attribute(in, offset, damage, sink);
        }
    }

    private static void attribute(LittleEndian in, int offset, Damage.Sink damage, Sink sink) {
        int id = in.number();
        long length = in.length();
        boolean whole = in.has(length + 2);
        ArrayOctets data = in.takeAtMost(length);
        if (!whole) {
            String what = "attribute " + Integer.toHexString(id) + " of " + length + " octets is cut off";
            damage.found(Damage.DAMAGED_TNEF, offset, what);
            in.takeAtMost(2);
        } else if (in.word() != checksum(data)) {
            damage.found(Damage.DAMAGED_TNEF, offset, "wrong checksum of attribute " + Integer.toHexString(id));
        }
        sink.attribute(id, data, offset + FRAME - 2);
    }

    /** The sum of all octets (MS-OXTNEF section 2.1.3.2). */
    static int checksum(ArrayOctets octets) {
        byte[] b = octets.array();
        int sum = 0;
        for (int i = octets.from(); i < octets.to(); i++) {
            sum += b[i] & 0xFF;
        }
        return sum & 0xFFFF;
    }
}
