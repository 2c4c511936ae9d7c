package dev.tegami.benchmarks.imap;

import dev.tegami.benchmarks.RealServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The least an IMAP client can do on a socket: it only looks for the end of what comes. */
final class RawImap implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private final byte[] tail = new byte[512];
    private int tailLength;
    private int count;

    RawImap(RealServer server, String person, String password) throws IOException {
        socket = new Socket(server.host(), server.port());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        run("LOGIN " + person + " " + password);
    }

    /** Sends a command and takes all until its tagged answer; gives the octets. */
    long run(String command) throws IOException {
        String tag = "R" + ++count;
        out.write((tag + " " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return drain(tag);
    }

    /** Sends octets that are a command with the tag {@code R}. */
    long send(byte[] octets) throws IOException {
        out.write(octets);
        return drain("R");
    }

    private long drain(String tag) throws IOException {
        byte[] end = ("\r\n" + tag + " OK").getBytes(StandardCharsets.ISO_8859_1);
        long octets = 0;
        tailLength = 0;
        while (true) {
            int got = in.read(buffer);
            if (got < 0) {
                throw new EOFException();
            }
            octets += got;
            keep(got);
            if (tailLength > 2 && tail[tailLength - 1] == '\n' && ends(end)) {
                return octets;
            }
        }
    }

    private void keep(int got) {
        int taken = Math.min(got, tail.length);
        int kept = Math.min(tailLength, tail.length - taken);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        System.arraycopy(buffer, got - taken, tail, kept, taken);
        tailLength = kept + taken;
    }

    /** Whether the last line is the tagged answer. */
    private boolean ends(byte[] end) {
        int from = tailLength - 3;
        while (from >= 0 && !(tail[from] == '\r' && tail[from + 1] == '\n')) {
            from--;
        }
        int start = from < 0 ? 0 : from + 2;
        for (int i = 2; i < end.length; i++) {
            if (start + i - 2 >= tailLength || tail[start + i - 2] != end[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
