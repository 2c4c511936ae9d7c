package dev.tegami.internal.mime;

/** Decodes yEnc: every octet moved by 42, and by 64 more behind an equals sign; line ends stand for nothing. */
final class YencDecoder {
    private static final int SHIFT = 42;
    private static final int ESCAPED = 64;

    private boolean isEscaped;

    /** Decodes into {@code out}, which may be the same array at the same place; returns how many octets it gave. */
    int decode(byte[] b, int from, int to, byte[] out, int at) {
        int n = at;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c == '\r' || c == '\n') {
                continue;
            }
            if (isEscaped) {
                out[n++] = (byte) (c - ESCAPED - SHIFT);
                isEscaped = false;
            } else if (c == '=') {
                isEscaped = true;
            } else {
                out[n++] = (byte) (c - SHIFT);
            }
        }
        return n - at;
    }
}
