package dev.tegami.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** The same input in other clothes. */
final class Variants {
    private Variants() {}

    static byte[] lf(byte[] octets) {
        return ends(octets, 0);
    }

    static byte[] crlf(byte[] octets) {
        return ends(octets, 1);
    }

    static byte[] mixed(byte[] octets) {
        return ends(octets, 2);
    }

    private static byte[] ends(byte[] octets, int kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + 64);
        int line = 0;
        for (int i = 0; i < octets.length; i++) {
            byte c = octets[i];
            if (c == '\r' && i + 1 < octets.length && octets[i + 1] == '\n') {
                continue;
            }
            if (c == '\n' && (kind == 1 || (kind == 2 && line++ % 3 != 0))) {
                out.write('\r');
            }
            out.write(c);
        }
        return out.toByteArray();
    }

    /** A stream that gives one octet at a time. */
    static InputStream oneByOne(byte[] octets) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, 1));
            }
        };
    }
}
