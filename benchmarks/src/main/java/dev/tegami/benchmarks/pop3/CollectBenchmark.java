package dev.tegami.benchmarks.pop3;

import dev.tegami.benchmarks.Loopback;
import dev.tegami.net.Receive;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.Pop3Session;
import dev.tegami.testkit.TestPki;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A session over TLS that reads a maildrop of two hundred messages of 4 KB, on a server with PIPELINING. */
@State(Scope.Benchmark)
public class CollectBenchmark {
    private static final int MESSAGES = 200;
    private static final String LETTER =
            "From: ada@example.org\r\nSubject: 4 KB\r\n\r\n" + "A line of a letter of four kilobytes.\r\n".repeat(105);
    private static final byte[] BODY = (LETTER + ".\r\n").getBytes(StandardCharsets.US_ASCII);

    private Loopback server;
    private Session angus;

    /** Starts the server. */
    @Setup
    public void open() throws IOException {
        SSLContext tls = TestPki.shared().serverContext();
        server = Loopback.start(tls.getServerSocketFactory(), CollectBenchmark::serve);
        Properties properties = new Properties();
        properties.put("mail.pop3s.ssl.socketFactory", tls.getSocketFactory());
        angus = Session.getInstance(properties);
    }

    /** Stops it. */
    @TearDown
    public void close() throws IOException {
        server.close();
    }

    private static void serve(Loopback.Link link) throws IOException {
        link.send("+OK loopback");
        for (String line = link.line(); !line.isEmpty(); line = link.line()) {
            switch (line.substring(0, 4).toUpperCase(Locale.ROOT)) {
                case "CAPA" -> link.send("+OK\r\nUSER\r\nPIPELINING\r\nUIDL\r\nTOP\r\n.");
                case "STAT" -> link.send("+OK " + MESSAGES + " " + MESSAGES * LETTER.length());
                case "LIST" -> {
                    link.send("+OK");
                    for (int i = 1; i <= MESSAGES; i++) {
                        link.send(i + " " + LETTER.length());
                    }
                    link.send(".");
                }
                case "UIDL" -> {
                    link.send("+OK");
                    for (int i = 1; i <= MESSAGES; i++) {
                        link.send(i + " uid" + i);
                    }
                    link.send(".");
                }
                case "RETR" -> {
                    link.send("+OK");
                    link.send(BODY);
                }
                default -> link.send("+OK");
            }
        }
    }

    /** Ours. */
    @Benchmark
    public long tegami() throws IOException {
        AtomicLong read = new AtomicLong();
        try (Pop3Session session = Pop3.at("localhost")
                .port(server.port())
                .tls(TestPki.shared().trusting())
                .login("bob", "secret")
                .open()) {
            session.retrieve(
                    session.entries(),
                    entry -> Receive.bytes(1 << 20),
                    arrival -> read.addAndGet(arrival.get().length));
        }
        return checked(read.get());
    }

    /** Angus Mail. */
    @Benchmark
    public long angus() throws MessagingException, IOException {
        AtomicLong read = new AtomicLong();
        try (Store store = angus.getStore("pop3s")) {
            store.connect("localhost", server.port(), "bob", "secret");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            for (Message message : folder.getMessages()) {
                message.writeTo(new OutputStream() {
                    @Override
                    public void write(int octet) {
                        read.incrementAndGet();
                    }

                    @Override
                    public void write(byte[] octets, int offset, int length) {
                        read.addAndGet(length);
                    }
                });
            }
            folder.close(false);
        }
        return checked(read.get());
    }

    private static long checked(long read) {
        if (read < (long) MESSAGES * LETTER.length()) {
            throw new IllegalStateException("something was not read");
        }
        return read;
    }
}
