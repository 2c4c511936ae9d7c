package dev.tegami.internal.mime.tnef;

import dev.tegami.internal.bytes.ArrayOctets;

/** Reads little-endian numbers one after the other; who asks for more than there is has not asked {@link #has}. */
final class LittleEndian {
    private final byte[] b;
    private final int start;
    private final int to;
    private int at;

    LittleEndian(ArrayOctets octets) {
        b = octets.array();
        start = octets.from();
        at = start;
        to = octets.to();
    }

    boolean has(long octets) {
        return octets >= 0 && to - at >= octets;
    }

    int left() {
        return to - at;
    }

    /** How many octets were read. */
    int position() {
        return at - start;
    }

    int octet() {
        return b[at++] & 0xFF;
    }

    int word() {
        return octet() | octet() << 8;
    }

    int number() {
        return word() | word() << 16;
    }

    /** A number without a sign, such as a length. */
    long length() {
        return number() & 0xFFFFFFFFL;
    }

    long longNumber() {
        return length() | length() << 32;
    }

    ArrayOctets take(int octets) {
        at += octets;
        return new ArrayOctets(b, at - octets, at);
    }

    /** Takes what is there of so many octets. */
    ArrayOctets takeAtMost(long octets) {
        return take((int) Math.min(octets, left()));
    }
}
