package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import javax.net.ssl.SSLSocket;

/**
 * DEFLATE (RFC 1951) over another transport, each way one stream, each write flushed whole (RFC 4978 §4). What a peer
 * sends is unpacked only as far as there is room for it, so that no answer takes more memory than the limits say.
 */
final class DeflateTransport implements Transport {
    private static final int PACKED = 8 * 1024;

    private final Transport carrier;
    private final Inflater inflater = new Inflater(true);
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] packedIn = new byte[PACKED];
    private final byte[] packedOut = new byte[PACKED];
    private final InputStream input = new Unpacked();
    private final OutputStream output = new Packed();

    /**
     * Begins.
     *
     * @param first what came in packed already
     */
    DeflateTransport(Transport carrier, byte[] first) {
        this.carrier = carrier;
        inflater.setInput(first);
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    /** A packed piece may unpack to nothing, such as the empty block of a flush: then the wait goes on, as long as it may. */
    @Override
    public int poll(byte[] room, int from, int length, Duration span) throws IOException {
        long until = System.nanoTime() + span.toNanos();
        int got = unpack(room, from, length);
        while (got == 0) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return 0;
            }
            int packed = carrier.poll(packedIn, 0, PACKED, Duration.ofNanos(left));
            if (packed <= 0) {
                return packed;
            }
            inflater.setInput(packedIn, 0, packed);
            got = unpack(room, from, length);
        }
        return got;
    }

    private int unpack(byte[] room, int from, int length) throws IOException {
        try {
            int got = inflater.inflate(room, from, length);
            return got == 0 && inflater.finished() ? -1 : got;
        } catch (DataFormatException e) {
            ZipException damage = new ZipException("the compressed stream is damaged: " + e.getMessage());
            damage.initCause(e);
            throw damage;
        }
    }

    @Override
    public void abort() {
        carrier.abort();
    }

    @Override
    public boolean isPrivate() {
        return carrier.isPrivate();
    }

    @Override
    public Optional<SSLSocket> tls() {
        return carrier.tls();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        deflater.end();
        carrier.close();
    }

    private final class Unpacked extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] room, int from, int length) throws IOException {
            int got = unpack(room, from, length);
            while (got == 0 && length > 0) {
                int packed = carrier.input().read(packedIn, 0, PACKED);
                if (packed < 0) {
                    return -1;
                }
                inflater.setInput(packedIn, 0, packed);
                got = unpack(room, from, length);
            }
            return got;
        }
    }

    private final class Packed extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            deflater.setInput(octets, from, length);
            int packed = PACKED;
            while (packed == PACKED) {
                packed = deflater.deflate(packedOut, 0, PACKED, Deflater.SYNC_FLUSH);
                carrier.output().write(packedOut, 0, packed);
            }
        }
    }
}
