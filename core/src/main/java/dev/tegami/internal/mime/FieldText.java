package dev.tegami.internal.mime;

/** What people read in a field: unfolded, trimmed, decoded. Plain fields, which most are, cost one look and one string. */
public final class FieldText {
    private FieldText() {}

    /** Decodes the field body in {@code b[from .. to)}. */
    public static String of(byte[] b, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(b[start])) {
            start++;
        }
        while (end > start && isSpace(b[end - 1])) {
            end--;
        }
        int high = 0;
        boolean folded = false;
        boolean words = false;
        for (int i = start; i < end; i++) {
            byte c = b[i];
            high |= c;
            if (c == '\n' || c == '\r') {
                folded = true;
            } else if (c == '?') {
                words |= b[i - 1] == '=';
            }
        }
        if (words) {
            return EncodedWords.decode(folded ? Unfold.body(b, start, end) : Ascii.latin1(b, start, end));
        }
        if (folded) {
            String flat = Unfold.body(b, start, end);
            return high < 0 ? EncodedWords.raw(flat) : flat;
        }
        return high < 0 ? Charsets.guess(b, start, end) : Ascii.latin1(b, start, end);
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
