package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's side of one connection. Texts are ISO 8859-1, so that any octet can be written. */
public final class Talk implements AutoCloseable {
    private final SSLContext tls;
    private final CountDownLatch over;
    private final Socket plain;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Talk(Socket socket, SSLContext tls, CountDownLatch over) throws IOException {
        this.tls = tls;
        this.over = over;
        this.plain = socket;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** Sends a line with CRLF. */
    public Talk send(String line) throws IOException {
        return raw(line + "\r\n");
    }

    /** Sends octets as they are. */
    public Talk raw(String octets) throws IOException {
        out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** Reads a line without its CRLF, or null at the end. */
    public @org.jspecify.annotations.Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            String text = line.toString(StandardCharsets.ISO_8859_1);
            if (octet == '\n' && text.endsWith("\r\n")) {
                return text.substring(0, text.length() - 2);
            }
        }
        return null;
    }

    /** Reads a line and compares it. */
    public Talk expect(String line) throws IOException {
        assertThat(line()).isEqualTo(line);
        return this;
    }

    /** Reads the octets of a transcript's step. */
    void hear(String step) throws IOException {
        String sent = step.endsWith("\r\n") ? line() + "\r\n" : read(step.length());
        if (!Transcript.matches(step, sent)) {
            assertThat(sent).isEqualTo(step);
        }
    }

    /** Reads an exact number of octets. */
    public String read(int octets) throws IOException {
        return new String(in.readNBytes(octets), StandardCharsets.ISO_8859_1);
    }

    /** Becomes the server of a TLS handshake. */
    public Talk startTls() throws IOException {
        return startTls(usual -> {});
    }

    /** The same with TLS settings of the test's choice. */
    public Talk startTls(Consumer<SSLSocket> settings) throws IOException {
        SSLSocket upgraded = (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        upgraded.setUseClientMode(false);
        settings.accept(upgraded);
        upgraded.startHandshake();
        socket = upgraded;
        in = new BufferedInputStream(upgraded.getInputStream());
        out = upgraded.getOutputStream();
        return this;
    }

    /** Compresses from here on, both ways, as after COMPRESS DEFLATE. */
    public Talk compress() {
        in = new BufferedInputStream(new InflaterInputStream(in, new Inflater(true), 1));
        out = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), 512, true);
        return this;
    }

    /** Sends octets as they are on the wire again, beside what is compressed. */
    public Talk clear() throws IOException {
        out = socket.getOutputStream();
        return this;
    }

    /** The TLS connection, after {@link #startTls()}. */
    public SSLSocket tlsSocket() {
        return (SSLSocket) socket;
    }

    /** Neither reads nor writes any more until the test is over. */
    public void stall() {
        try {
            assertThat(over.await(1, TimeUnit.MINUTES))
                    .as("the client left the stalled server")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one octet after the other with a pause before each, until the client has gone. */
    public void drip(String octets, Duration pause) throws IOException {
        try {
            for (int i = 0; i < octets.length(); i++) {
                if (over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                raw(octets.substring(i, i + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends octets again and again until the client goes away. */
    public void flood(String octets) throws IOException {
        byte[] wave = octets.repeat(Math.max(1, 16_384 / octets.length())).getBytes(StandardCharsets.ISO_8859_1);
        while (over.getCount() > 0) {
            out.write(wave);
        }
    }

    /** Ends our direction, still reading. */
    public Talk halfClose() throws IOException {
        plain.shutdownOutput();
        return this;
    }

    /** Cuts the connection with a reset. */
    public void reset() throws SocketException, IOException {
        plain.setSoLinger(true, 0);
        plain.close();
    }

    /** Reads until the client closes. */
    public void drain() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        plain.close();
    }
}
