package dev.tegami.imap;

import dev.tegami.sasl.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Captures transcripts: walks every {@link Walk} with a real server, and writes down each octet between. Arguments:
 * host, port, user, password, brand, provenance, directory, the server's authority if it speaks TLS at once or {@code -},
 * and which walks if not all.
 */
final class Capture {
    private final StringBuilder written = new StringBuilder();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean fromServer;

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        List<Walk> walks = new ArrayList<>(List.of(Tour.values()));
        walks.addAll(List.of(FurtherTour.values()));
        List<String> wanted = List.of(args).subList(Math.min(8, args.length), args.length);
        walks.removeIf(walk -> !wanted.isEmpty() && !wanted.contains(walk.toString()));
        for (Walk tour : walks) {
            Capture capture = new Capture();
            capture.written.append("provenance: ").append(args[5]).append("\nsecurity: INSECURE_PLAINTEXT\n");
            try (Socket server = dial(args);
                    ServerSocket between = new ServerSocket(0)) {
                Thread relay = new Thread(() -> capture.relay(between, server), "relay");
                relay.setDaemon(true);
                relay.start();
                Imap at = Imap.at("localhost").port(between.getLocalPort()).insecurePlaintext();
                try (ImapSession imap =
                        at.login(login(args[4], args[2], args[3])).open()) {
                    tour.walk(imap);
                    capture.mark("B:\n");
                }
            }
            Path file = Path.of(args[6], tour.file(args[4]));
            Files.writeString(file, capture.text(), StandardCharsets.UTF_8);
            System.out.println(file + ": " + Files.size(file));
        }
    }

    /** How to log in: a mechanism that leaves the same lines every time, where the brand has one. */
    static Credentials login(String brand, String user, String password) {
        Credentials credentials = Credentials.password(user, password);
        return brand.equals("greenmail") ? credentials : credentials.only("PLAIN");
    }

    private static Socket dial(String... args) throws IOException, GeneralSecurityException {
        int port = Integer.parseInt(args[1]);
        if (args.length < 8 || args[7].equals("-")) {
            return new Socket(args[0], port);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(args[7]))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory().createSocket(args[0], port);
    }

    private void relay(ServerSocket between, Socket server) {
        try (Socket client = between.accept()) {
            Thread back = new Thread(() -> pump(server, client, true), "back");
            back.setDaemon(true);
            back.start();
            pump(client, server, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pump(Socket from, Socket to, boolean server) {
        byte[] octets = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(octets); n >= 0; n = in.read(octets)) {
                keep(octets, n, server);
                out.write(octets, 0, n);
                out.flush();
            }
            to.close();
        } catch (IOException e) {
            mark("");
        }
    }

    /** Writes lines down before they are passed on, so that their order is the order of the dialogue. */
    private void keep(byte[] octets, int count, boolean server) {
        synchronized (written) {
            if (server != fromServer) {
                flush(false);
                fromServer = server;
            }
            for (int i = 0; i < count; i++) {
                line.write(octets[i]);
                if (octets[i] == '\n') {
                    flush(true);
                }
            }
        }
    }

    private void mark(String text) {
        synchronized (written) {
            flush(false);
            written.append(text);
        }
    }

    private void flush(boolean whole) {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        line.reset();
        if (text.isEmpty()) {
            return;
        }
        boolean ends = whole && text.endsWith("\r\n");
        String shown = escaped(ends ? text.substring(0, text.length() - 2) : text);
        written.append(fromServer ? 'S' : 'C')
                .append(ends ? ": " : "-: ")
                .append(shown)
                .append('\n');
    }

    private static String escaped(String latin1) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F;
            out.append(plain ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return out.toString();
    }

    /** The secret and what changes with every run do not belong in a file. */
    private String text() {
        synchronized (written) {
            return written.toString().replaceAll("(?m)^(C: \\w+ (LOGIN|AUTHENTICATE PLAIN)) .*$", "$1 …");
        }
    }
}
