package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The octets of a source in a transfer encoding; encoded anew for every write. */
public final class Encoded implements Octets {
    /** Whole lines of base64 and of uuencode. */
    private static final int AT_ONCE = 57 * 45 * 22;

    private final Octets plain;
    private final Encoding encoding;
    private long size = -1;

    private Encoded(Octets plain, Encoding encoding) {
        this.plain = plain;
        this.encoding = encoding;
    }

    /** Encodes, if there is anything to encode. */
    public static Octets of(Octets plain, Encoding encoding) {
        return encoding.isIdentity() ? plain : new Encoded(plain, encoding);
    }

    /** Whether all that is written are lines of base64, each with its CRLF. */
    boolean isBase64() {
        return encoding == Encoding.BASE64;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (encoding == Encoding.BASE64) {
            Base64Encoder.encode(plain, out);
        } else if (encoding == Encoding.UUENCODE) {
            try (InputStream in = open()) {
                in.transferTo(out);
            }
        } else {
            QuotedPrintableEncoder.encode(plain, out);
        }
    }

    @Override
    public long size() {
        long plainSize = plain.size();
        if (encoding == Encoding.BASE64) {
            return plainSize < 0 ? -1 : Base64Encoder.length(plainSize);
        }
        if (size < 0 && plainSize >= 0) {
            size = count();
        }
        return size;
    }

    private long count() {
        Counter counter = new Counter();
        try {
            writeTo(counter);
        } catch (IOException e) {
            return -1;
        }
        return counter.count;
    }

    @Override
    public InputStream open() throws IOException {
        return new Pieces(plain.open());
    }

    @Override
    public Octets slice(long from, long to) {
        return new SuppliedOctets(this::open, () -> new IllegalStateException("shorter than before"), from, to);
    }

    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            count += len;
        }
    }

    /** Reads a piece of the plain octets, encodes it, gives it away. */
    private final class Pieces extends InputStream {
        private final InputStream in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(AT_ONCE * 3 / 2);
        private final QuotedPrintableEncoder quoted = new QuotedPrintableEncoder(out);
        private final UuEncoder uu = new UuEncoder(out);
        private ByteArrayInputStream ready = new ByteArrayInputStream(new byte[0]);
        private boolean over;

        Pieces(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (len == 0) {
                return 0;
            }
            while (ready.available() == 0 && !over) {
                byte[] piece = in.readNBytes(AT_ONCE);
                over = piece.length < AT_ONCE;
                out.reset();
                encode(piece);
                ready = new ByteArrayInputStream(out.toByteArray());
            }
            return ready.read(b, off, len);
        }

        private void encode(byte[] piece) throws IOException {
            if (encoding == Encoding.BASE64) {
                Base64Encoder.encode(ArrayOctets.of(piece), out);
                return;
            }
            if (encoding == Encoding.UUENCODE) {
                uu.write(piece, 0, piece.length);
                if (over) {
                    uu.finish();
                }
                return;
            }
            quoted.write(piece, 0, piece.length);
            if (over) {
                quoted.finish();
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
