package dev.tegami.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server of one test, over UDP on the loopback. */
final class NameServer implements AutoCloseable {
    private static final int NO_SUCH_NAME = 3;
    private static final int SERVER_FAILURE = 2;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<byte[]>> answers = new ConcurrentHashMap<>();
    private volatile boolean failing;

    NameServer() throws IOException {
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    NameServer answer(String name, int type, byte[] data) {
        answers.computeIfAbsent(name + " " + type, key -> new CopyOnWriteArrayList<>())
                .add(data);
        return this;
    }

    NameServer failing() {
        failing = true;
        return this;
    }

    String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    static byte[] mx(int preference, String host) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(preference >> 8);
        data.write(preference);
        for (String label : host.isEmpty() ? List.<String>of() : List.of(host.split("\\.", -1))) {
            data.write(label.length());
            data.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        data.write(0);
        return data.toByteArray();
    }

    static byte[] txt(String... strings) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String string : strings) {
            data.write(string.length());
            data.writeBytes(string.getBytes(StandardCharsets.US_ASCII));
        }
        return data.toByteArray();
    }

    private void serve() {
        byte[] room = new byte[1500];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(room, room.length);
            try {
                socket.receive(packet);
                byte[] reply = reply(room);
                socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] reply(byte[] query) {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (query[at] != 0) {
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
            at += query[at] + 1;
        }
        int type = query[at + 2];
        int end = at + 5;
        List<byte[]> data = answers.getOrDefault(name + " " + type, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(query, 0, 2);
        int code = failing ? SERVER_FAILURE : data.isEmpty() ? NO_SUCH_NAME : 0;
        out.writeBytes(new byte[] {(byte) 0x85, (byte) (0x80 | code), 0, 1, 0, (byte) data.size(), 0, 0, 0, 0});
        out.write(query, 12, end - 12);
        for (byte[] each : data) {
            out.writeBytes(new byte[] {(byte) 0xC0, 12, 0, (byte) type, 0, 1, 0, 0, 0, 60, 0, (byte) each.length});
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
