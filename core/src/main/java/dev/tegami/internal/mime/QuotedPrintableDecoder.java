package dev.tegami.internal.mime;

import java.util.Arrays;

/** Decodes quoted-printable (RFC 2045 section 6.7); what is no valid escape stays as it is. */
final class QuotedPrintableDecoder {
    private QuotedPrintableDecoder() {}

    /** Decodes a whole array. */
    static byte[] decode(byte[] b, int from, int to) {
        byte[] out = new byte[to - from];
        int n = decode(b, from, to, out);
        return n == out.length ? out : Arrays.copyOf(out, n);
    }

    /** Decodes whole lines into {@code out}, which must have room for as many octets; returns how many it gave. */
    static int decode(byte[] b, int from, int to, byte[] out) {
        int at = from;
        int n = 0;
        while (at < to) {
            byte c = b[at++];
            if (c == '=') {
                if (at + 1 < to) {
                    int high = Hex.digit(b[at]);
                    int low = Hex.digit(b[at + 1]);
                    if (high >= 0 && low >= 0) {
                        out[n++] = (byte) (high << 4 | low);
                        at += 2;
                        continue;
                    }
                }
                int next = softBreak(b, at, to);
                if (next < 0) {
                    out[n++] = c;
                } else {
                    at = next;
                }
            } else if (c == '\n') {
                n = trimmed(n, b, at, from);
                if (at - 2 >= from && b[at - 2] == '\r') {
                    out[n++] = '\r';
                }
                out[n++] = c;
            } else {
                out[n++] = c;
            }
        }
        return n;
    }

    /** The place after a soft line break's line end, or -1 if the equals sign is none. */
    private static int softBreak(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        if (at == to) {
            return to;
        }
        if (b[at] == '\r') {
            at++;
        }
        if (at == to) {
            return to;
        }
        return b[at] == '\n' ? at + 1 : -1;
    }

    /** Takes back white space that stood unencoded before the line end; an encoded blank stays. */
    private static int trimmed(int size, byte[] b, int afterLineFeed, int from) {
        int at = afterLineFeed - 2;
        int n = size;
        if (at >= from && b[at] == '\r') {
            at--;
            n--;
        }
        while (at >= from && n > 0 && (b[at] == ' ' || b[at] == '\t')) {
            at--;
            n--;
        }
        return n;
    }
}
