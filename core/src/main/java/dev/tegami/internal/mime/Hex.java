package dev.tegami.internal.mime;

/** Two hexadecimal digits. */
final class Hex {
    private static final byte[] UPPER = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
    };

    private static final byte[] DIGITS = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            DIGITS[i] = (byte) digit(i);
        }
    }

    private Hex() {}

    /** The octet that two digits name, or negative if they are none. */
    static int pair(byte high, byte low) {
        return (DIGITS[high & 0xFF] << 4) | DIGITS[low & 0xFF];
    }

    /** The value of a digit, or -1. */
    static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** The octet that two digits name, or -1 if there are none. */
    static int pair(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at));
        int low = digit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static byte high(int octet) {
        return UPPER[octet >> 4 & 0xF];
    }

    static byte low(int octet) {
        return UPPER[octet & 0xF];
    }
}
