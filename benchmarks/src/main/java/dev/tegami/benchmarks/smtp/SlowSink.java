package dev.tegami.benchmarks.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that takes 20 ms for each message and keeps none. */
final class SlowSink implements AutoCloseable {
    private static final int MILLISECONDS = 20;

    private final ServerSocket listener;
    private final CountDownLatch over = new CountDownLatch(1);

    SlowSink() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            answer(out, "220 slow");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("EHLO")) {
                    answer(out, "250-slow\r\n250 PIPELINING");
                } else if (line.equals("DATA")) {
                    answer(out, "354 go");
                    skip(in);
                    over.await(MILLISECONDS, TimeUnit.MILLISECONDS);
                    answer(out, "250 taken");
                } else {
                    answer(out, "250 ok");
                }
            }
        } catch (IOException | InterruptedException e) {
            System.getLogger("dev.tegami.benchmarks").log(System.Logger.Level.DEBUG, "slow sink", e);
        }
    }

    private static void skip(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        listener.close();
    }
}
