package dev.tegami.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that takes one message of any size, counts its octets and forgets them. */
final class CountingSink implements AutoCloseable {
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final String offers;
    private final Thread thread;
    private volatile String mail = "";
    private long octets;

    CountingSink(String offers) throws IOException {
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.offers = offers;
        this.thread = new Thread(this::serve, "counting-sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The MAIL command. */
    String mail() {
        return mail;
    }

    /** What the message had, without the dot that ends it. */
    long octets() throws InterruptedException {
        thread.join();
        return octets;
    }

    private void serve() {
        try (Socket socket = listener.accept()) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            answer(out, "220 sink");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                command(line, in, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String line, InputStream in, OutputStream out) throws IOException {
        switch (line.substring(0, 4)) {
            case "EHLO" -> answer(out, offers);
            case "DATA" -> {
                answer(out, "354 go");
                octets += untilDot(in);
                answer(out, "250 taken");
            }
            case "BDAT" -> {
                long size = Long.parseLong(line.replaceAll("[^0-9]", ""));
                in.skipNBytes(size);
                octets += size;
                answer(out, "250 taken");
            }
            default -> {
                mail = line.startsWith("MAIL") ? line : mail;
                answer(out, "250 ok");
            }
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    /** The client waits behind its dot, so the end is the end of what can be read. */
    private static long untilDot(InputStream in) throws IOException {
        byte[] room = new byte[1 << 16];
        byte[] tail = new byte[END.length];
        long sum = 0;
        while (!java.util.Arrays.equals(tail, END)) {
            int got = in.read(room);
            if (got < 0) {
                throw new IOException("cut within the message");
            }
            sum += got;
            int kept = Math.min(got, tail.length);
            System.arraycopy(tail, kept, tail, 0, tail.length - kept);
            System.arraycopy(room, got - kept, tail, tail.length - kept, kept);
        }
        return sum - ".\r\n".length();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
