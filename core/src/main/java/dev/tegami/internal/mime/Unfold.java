package dev.tegami.internal.mime;

/**
 * Takes the line ends out of a folded field (RFC 5322 section 2.2.3); the white space after them stays. A CR that ends no
 * line becomes a blank, so that it joins no words.
 */
public final class Unfold {
    private Unfold() {}

    /** The text without CR and LF. */
    public static String text(String folded) {
        int n = folded.length();
        StringBuilder flat = new StringBuilder(n);
        for (int i = 0; i < n; i++) {
            char c = folded.charAt(i);
            if (c != '\r' && c != '\n') {
                flat.append(c);
            } else if (c == '\r' && i + 1 < n && folded.charAt(i + 1) > ' ') {
                flat.append(' ');
            }
        }
        return flat.toString();
    }

    /** The field body in {@code b[from .. to)} as Latin-1 characters, unfolded and without white space around it. */
    public static String body(byte[] b, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(b[start])) {
            start++;
        }
        while (end > start && isSpace(b[end - 1])) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (b[i] == '\n' || b[i] == '\r') {
                return flattened(b, start, end, i);
            }
        }
        return Ascii.latin1(b, start, end);
    }

    private static String flattened(byte[] b, int start, int end, int firstBreak) {
        byte[] flat = new byte[end - start];
        int n = firstBreak - start;
        System.arraycopy(b, start, flat, 0, n);
        for (int i = firstBreak; i < end; i++) {
            byte c = b[i];
            if (c != '\r' && c != '\n') {
                flat[n++] = c;
            } else if (c == '\r' && i + 1 < end && (b[i + 1] > ' ' || b[i + 1] < 0)) {
                flat[n++] = ' ';
            }
        }
        return Ascii.latin1(flat, 0, n);
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
