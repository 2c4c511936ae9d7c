package dev.tegami.internal.mime.tnef;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Damage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Unpacks compressed RTF (MS-OXRTFCP). A reference of two octets gives at most 17, which bounds what comes out. */
public final class CompressedRtf {
    private static final int HEADER = 16;
    private static final int COMPRESSED = 0x75465A4C;
    private static final int UNCOMPRESSED = 0x414C454D;
    private static final int WINDOW = 4096;
    /** What the window holds at first, by section 2.1.2.1. */
    private static final byte[] DICTIONARY = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman "
                    + "\\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
                    + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < CRC.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
            CRC[i] = crc;
        }
    }

    private final byte[] window = Arrays.copyOf(DICTIONARY, WINDOW);
    private final LittleEndian in;
    private final int limit;
    private byte[] out;
    private int size;
    private int write = DICTIONARY.length;

    private CompressedRtf(LittleEndian in, int expected, int limit) {
        this.in = in;
        this.limit = limit;
        this.out = new byte[expected];
    }

    /** Unpacks as much as there is, up to a limit. */
    public static byte[] unpack(ArrayOctets octets, int limit, int offset, Damage.Sink damage) {
        LittleEndian in = new LittleEndian(octets);
        if (!in.has(HEADER)) {
            damage.found(Damage.DAMAGED_RTF, offset, "compressed RTF without its header");
            return new byte[0];
        }
        long length = in.length() - HEADER + 4;
        long expected = in.length();
        int type = in.number();
        int crc = in.number();
        if (length > in.left() || length < 0) {
            damage.found(Damage.DAMAGED_RTF, offset, "compressed RTF is cut off");
        }
        ArrayOctets contents = in.takeAtMost(length < 0 ? in.left() : length);
        byte[] rtf;
        if (type == COMPRESSED) {
            if (crc(contents) != crc) {
                damage.found(Damage.DAMAGED_RTF, offset, "wrong CRC of compressed RTF");
            }
            rtf = unpack(contents, expected, limit);
        } else if (type == UNCOMPRESSED) {
            rtf = Arrays.copyOfRange(
                    contents.array(), contents.from(), contents.from() + (int) Math.min(limit, contents.size()));
        } else {
            damage.found(Damage.DAMAGED_RTF, offset, "RTF of unknown compression " + Integer.toHexString(type));
            return new byte[0];
        }
        if (rtf.length >= limit) {
            damage.found(Damage.DECODED_LIMIT, offset, "the RTF goes on behind " + limit + " octets");
        } else if (rtf.length < expected) {
            damage.found(Damage.DAMAGED_RTF, offset, rtf.length + " octets of RTF instead of " + expected);
        }
        return rtf.length > expected ? Arrays.copyOf(rtf, (int) expected) : rtf;
    }

    /** The cyclic redundancy check of section 2.1.3.2: that of ZIP without its inversions. */
    static int crc(ArrayOctets octets) {
        byte[] b = octets.array();
        int crc = 0;
        for (int i = octets.from(); i < octets.to(); i++) {
            crc = CRC[(crc ^ b[i]) & 0xFF] ^ crc >>> 8;
        }
        return crc;
    }

    private static byte[] unpack(ArrayOctets contents, long expected, int limit) {
        long most = Math.min(limit, Math.min(expected, contents.size() * 9) + 17);
        CompressedRtf unpacking = new CompressedRtf(new LittleEndian(contents), (int) most, limit);
        unpacking.runs();
        return Arrays.copyOf(unpacking.out, unpacking.size);
    }

    private void runs() {
        while (in.has(1)) {
            int control = in.octet();
            for (int bit = 0; bit < 8; bit++) {
                boolean isReference = (control >> bit & 1) != 0;
                if (!in.has(isReference ? 2 : 1) || size >= limit) {
                    return;
                }
                if (!isReference) {
                    put((byte) in.octet());
                } else if (!copy(in.octet() << 8 | in.octet())) {
                    return;
                }
            }
        }
    }

    /** Copies from the window; false at the reference that ends everything. */
    private boolean copy(int reference) {
        int from = reference >> 4;
        if (from == write) {
            return false;
        }
        int length = (reference & 0xF) + 2;
        for (int i = 0; i < length && size < limit; i++) {
            put(window[(from + i) % WINDOW]);
        }
        return true;
    }

    private void put(byte octet) {
        if (size == out.length) {
            out = Arrays.copyOf(out, Math.max(64, Math.min(limit, size * 2)));
        }
        out[size++] = octet;
        window[write] = octet;
        write = (write + 1) % WINDOW;
    }
}
