package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The octets of a source in a transfer encoding; encoded anew for every write. */
public final class Encoded implements Octets {
    private static final int AT_ONCE = 57 * 1024;

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

    /** Reads a piece of the plain octets, encodes it, gives it away. Quoted-printable is cut behind line ends only. */
    private final class Pieces extends InputStream {
        private final InputStream in;
        private @Nullable ByteArrayInputStream ready;

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
            while (true) {
                int n = ready == null ? -1 : ready.read(b, off, len);
                if (n > 0) {
                    return n;
                }
                byte[] piece = encoding == Encoding.BASE64 ? in.readNBytes(AT_ONCE) : in.readAllBytes();
                if (piece.length == 0) {
                    return -1;
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length * 3 / 2);
                Octets octets = dev.tegami.internal.bytes.ArrayOctets.of(piece);
                if (encoding == Encoding.BASE64) {
                    Base64Encoder.encode(octets, out);
                } else {
                    QuotedPrintableEncoder.encode(octets, out);
                }
                ready = new ByteArrayInputStream(out.toByteArray());
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
