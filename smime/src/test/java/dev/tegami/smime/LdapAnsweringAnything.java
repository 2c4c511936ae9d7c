package dev.tegami.smime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** What calls itself a directory and, asked anything, says the same octets, then nothing more until it is left. */
final class LdapAnsweringAnything implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger callers = new AtomicInteger();
    private final byte[] answer;

    LdapAnsweringAnything(byte[] answer) throws IOException {
        this.answer = answer;
        Thread thread = new Thread(this::serve, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    LdapDirectory directory() {
        return LdapDirectory.at("127.0.0.1", "dc=example").port(listening.getLocalPort());
    }

    String url() {
        return "ldap://127.0.0.1:" + listening.getLocalPort() + "/dc=example";
    }

    /** How many have called. */
    int callers() {
        return callers.get();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                callers.incrementAndGet();
                byte[] question = new byte[4096];
                if (socket.getInputStream().read(question) > 0) {
                    socket.getOutputStream().write(answer);
                    socket.getInputStream().readAllBytes();
                }
            } catch (IOException e) {
                callers.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
