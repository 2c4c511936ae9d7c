package dev.tegami.internal.mime.tnef;

import dev.tegami.internal.bytes.ArrayOctets;
import java.util.Map;

/**
 * The first value of a property.
 *
 * @param type its type, as MS-OXCDATA section 2.11.1 numbers them
 * @param data the octets, without those that pad them
 * @param offset where they start
 */
public record PropertyValue(int type, ArrayOctets data, int offset) {
    static final int NUMBER = 0x0003;
    static final int TIME = 0x0040;
    public static final int OBJECT = 0x000D;
    static final int NARROW_TEXT = 0x001E;
    static final int WIDE_TEXT = 0x001F;
    public static final int OCTETS = 0x0102;

    private static final int MULTIPLE = 0x1000;
    private static final int FIRST_NAMED = 0x8000;
    /** The GUID of a named property's set, and what kind of name follows. */
    private static final int NAME = 20;

    /** Reads one property into a table by id; false if that is not possible. */
    static boolean read(LittleEndian in, int offset, Map<Integer, PropertyValue> values) {
        if (!in.has(4)) {
            return false;
        }
        int from = in.position();
        int type = in.word();
        int id = in.word();
        if (id >= FIRST_NAMED && !skipName(in)) {
            return false;
        }
        int plain = type & ~MULTIPLE;
        int size = size(plain);
        if (size < 0 && !isVariable(plain)) {
            return false;
        }
        long count = 1;
        if (type != plain || isVariable(plain)) {
            if (!in.has(4)) {
                return false;
            }
            count = in.length();
        }
        for (long i = 0; i < count; i++) {
            if (size < 0 && !in.has(4)) {
                return false;
            }
            long length = size < 0 ? in.length() : size;
            if (!in.has(length)) {
                return false;
            }
            int at = offset + in.position() - from;
            ArrayOctets data = in.take((int) length);
            in.takeAtMost(-length & 3);
            if (i == 0 && Property.isUsed(id)) {
                values.putIfAbsent(id, new PropertyValue(plain, data, at));
            }
        }
        return true;
    }

    private static boolean skipName(LittleEndian in) {
        if (!in.has(NAME + 4)) {
            return false;
        }
        in.take(NAME - 4);
        boolean isText = in.number() == 1;
        long length = in.length();
        if (isText) {
            if (!in.has(length)) {
                return false;
            }
            in.take((int) length);
            in.takeAtMost(-length & 3);
        }
        return true;
    }

    private static boolean isVariable(int type) {
        return type == NARROW_TEXT || type == WIDE_TEXT || type == OCTETS || type == OBJECT;
    }

    /** How many octets a value of that type has, or -1 if each says so itself or the type is not known. */
    private static int size(int type) {
        return switch (type) {
            case 0x0002, 0x000B -> 2;
            case NUMBER, 0x0004, 0x000A -> 4;
            case 0x0005, 0x0006, 0x0007, 0x0014, TIME -> 8;
            case 0x0048 -> 16;
            default -> -1;
        };
    }

    public boolean isText() {
        return type == NARROW_TEXT || type == WIDE_TEXT;
    }

    public boolean isWide() {
        return type == WIDE_TEXT;
    }

    /** The octets as a number; for types of up to eight. */
    long bits() {
        LittleEndian in = new LittleEndian(data);
        return in.left() >= 8 ? in.longNumber() : in.number();
    }
}
