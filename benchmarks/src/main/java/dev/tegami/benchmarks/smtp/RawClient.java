package dev.tegami.benchmarks.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket and ready octets: no check, no limit, no deadline. What a client could reach at the very best. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] mail;
    private final byte[] rcpt;
    private final byte[] data = "DATA\r\n".getBytes(StandardCharsets.US_ASCII);
    private final byte[] envelope;
    private final byte[] body;
    private final byte[] bodyAndEnvelope;

    RawClient(int port, String sender, String recipient, byte[] message) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        String from = "MAIL FROM:<" + sender + ">\r\n";
        String to = "RCPT TO:<" + recipient + ">\r\n";
        mail = from.getBytes(StandardCharsets.US_ASCII);
        rcpt = to.getBytes(StandardCharsets.US_ASCII);
        envelope = (from + to + "DATA\r\n").getBytes(StandardCharsets.US_ASCII);
        body = java.util.Arrays.copyOf(message, message.length + 3);
        System.arraycopy(".\r\n".getBytes(StandardCharsets.US_ASCII), 0, body, message.length, 3);
        bodyAndEnvelope = java.util.Arrays.copyOf(body, body.length + envelope.length);
        System.arraycopy(envelope, 0, bodyAndEnvelope, body.length, envelope.length);
        reply();
        call("EHLO localhost\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** One command, one reply. */
    int lockStep() throws IOException {
        call(mail);
        call(rcpt);
        call(data);
        return call(body);
    }

    /** The envelope in one go. */
    int pipelined() throws IOException {
        out.write(envelope);
        reply();
        reply();
        reply();
        return call(body);
    }

    /** So many messages, the envelope of the next behind each in the same breath (RFC 2920 §3.1). */
    int across(int messages) throws IOException {
        out.write(envelope);
        for (int i = 1; i < messages; i++) {
            reply();
            reply();
            reply();
            out.write(bodyAndEnvelope);
            reply();
        }
        reply();
        reply();
        reply();
        return call(body);
    }

    private int call(byte[] octets) throws IOException {
        out.write(octets);
        return reply();
    }

    /** The first digit of the reply. */
    private int reply() throws IOException {
        int first = 0;
        boolean more = true;
        while (more) {
            first = in.read();
            in.read();
            in.read();
            more = in.read() == '-';
            int octet;
            do {
                octet = in.read();
            } while (octet != '\n' && octet >= 0);
        }
        if (first != '2' && first != '3') {
            throw new IOException("refused");
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
