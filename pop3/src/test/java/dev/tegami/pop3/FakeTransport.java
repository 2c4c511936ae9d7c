package dev.tegami.pop3;

import dev.tegami.internal.wire.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A maildrop at the other end of two streams in memory, which break after a number of octets from the server. */
final class FakeTransport implements Transport {
    private final FakeMaildrop.Session session;
    private final int most;
    final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    int given;
    private byte[] ready = new byte[0];
    private int at;

    FakeTransport(FakeMaildrop drop, int most) {
        this.session = drop.session();
        this.most = most;
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] octets, int offset, int length) {
                if (at == ready.length) {
                    ready = session.take();
                    at = 0;
                }
                int n = Math.min(Math.min(length, ready.length - at), most - given);
                if (n <= 0) {
                    return -1;
                }
                System.arraycopy(ready, at, octets, offset, n);
                at += n;
                given += n;
                return n;
            }
        };
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                if (given >= most) {
                    throw new IOException("broken pipe");
                }
                sent.write(octets, offset, length);
                session.give(octets, offset, length);
            }
        };
    }

    @Override
    public int poll(byte[] room, int from, int length, Duration span) {
        return 0;
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}

    @Override
    public boolean isPrivate() {
        return true;
    }
}
