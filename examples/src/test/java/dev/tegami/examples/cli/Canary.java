package dev.tegami.examples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that answers nothing and remembers who asked for what. */
final class Canary implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Canary(ServerSocket socket) {
        this.socket = socket;
        this.thread = new Thread(this::listen, "canary");
        thread.setDaemon(true);
    }

    static Canary sit() throws IOException {
        Canary canary = new Canary(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        canary.thread.start();
        return canary;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> requests() {
        return requests;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket asking = socket.accept()) {
                asking.setSoTimeout(2_000);
                String line = new BufferedReader(
                                new InputStreamReader(asking.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                requests.add(String.valueOf(line));
            } catch (IOException e) {
                requests.add("unreadable: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
