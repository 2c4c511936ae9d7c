package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Writes base64 in lines of 76 characters, each ended by CRLF (RFC 2045 section 6.8). */
final class Base64Encoder {
    private static final int LINE_OCTETS = 57;
    private static final int LINE = 76;
    private static final int LINES = 144;

    private Base64Encoder() {}

    /** How long the encoded form of {@code size} octets is. */
    static long length(long size) {
        long lines = (size + LINE_OCTETS - 1) / LINE_OCTETS;
        return (size + 2) / 3 * 4 + lines * 2;
    }

    static void encode(Octets octets, OutputStream out) throws IOException {
        long size = octets.size();
        int lines = size >= 0 && size < (long) LINES * LINE_OCTETS ? (int) (size / LINE_OCTETS) + 1 : LINES;
        byte[] raw = new byte[lines * LINE_OCTETS];
        byte[] chars = new byte[lines * LINE];
        byte[] wrapped = new byte[lines * (LINE + 2)];
        Base64.Encoder encoder = Base64.getEncoder();
        try (InputStream in = octets.open()) {
            while (true) {
                int n = in.readNBytes(raw, 0, raw.length);
                if (n == 0) {
                    return;
                }
                byte[] exact = n == raw.length ? raw : Arrays.copyOf(raw, n);
                int length = encoder.encode(exact, chars);
                out.write(wrapped, 0, wrap(chars, length, wrapped));
            }
        }
    }

    private static int wrap(byte[] chars, int length, byte[] wrapped) {
        int to = 0;
        for (int from = 0; from < length; from += LINE) {
            int n = Math.min(LINE, length - from);
            System.arraycopy(chars, from, wrapped, to, n);
            to += n;
            wrapped[to++] = '\r';
            wrapped[to++] = '\n';
        }
        return to;
    }
}
