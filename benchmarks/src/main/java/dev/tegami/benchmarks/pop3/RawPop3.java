package dev.tegami.benchmarks.pop3;

import dev.tegami.benchmarks.RealServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The least a POP3 client can do on a socket: it only looks for the ends of what comes. */
final class RawPop3 implements AutoCloseable {
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    RawPop3(RealServer server, String person, String password) throws IOException {
        socket = new Socket(server.host(), server.port());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        line();
        send("USER " + person + "\r\n");
        line();
        send("PASS " + password + "\r\n");
        line();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private int next() throws IOException {
        if (at == end) {
            end = in.read(buffer);
            at = 0;
            if (end < 0) {
                throw new EOFException();
            }
        }
        return buffer[at++];
    }

    private void line() throws IOException {
        int c;
        do {
            c = next();
        } while (c != '\n');
    }

    private void message() throws IOException {
        int matched = 0;
        while (matched < END.length) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    throw new EOFException();
                }
            }
            byte[] octets = buffer;
            int i = at;
            for (int to = end; i < to && matched < END.length; i++) {
                byte c = octets[i];
                matched = c == END[matched] ? matched + 1 : c == '\r' ? 1 : 0;
            }
            at = i;
        }
    }

    int pipelined(int messages) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (int i = 1; i <= messages; i++) {
            commands.append("RETR ").append(i).append("\r\n");
        }
        send(commands.toString());
        for (int i = 0; i < messages; i++) {
            message();
        }
        return messages;
    }

    int lockStep(int messages) throws IOException {
        for (int i = 1; i <= messages; i++) {
            send("RETR " + i + "\r\n");
            message();
        }
        return messages;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
