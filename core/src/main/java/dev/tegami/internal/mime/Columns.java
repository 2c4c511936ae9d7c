package dev.tegami.internal.mime;

/** How wide characters are on a screen with letters of one width: two columns for most of East Asia. */
final class Columns {
    /** Pairs of first and last: wide characters by Unicode's East Asian width, in coarse blocks. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x1F300, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Columns() {}

    static int of(int c) {
        if (c < WIDE[0]) {
            return 1;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** How far the text fits into so many columns. */
    static int fitting(String text, int from, int to, int width) {
        int left = width;
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            left -= of(c);
            if (left < 0) {
                return at;
            }
            at += Character.charCount(c);
        }
        return to;
    }

    /** Whether a line may end between two characters without a blank: beside a wide one, and not before a mark on it. */
    static boolean mayPart(int before, int after) {
        int type = Character.getType(after);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || type == Character.MODIFIER_SYMBOL;
        return !mark && Character.getType(before) != Character.FORMAT && (of(before) == 2 || of(after) == 2);
    }
}
