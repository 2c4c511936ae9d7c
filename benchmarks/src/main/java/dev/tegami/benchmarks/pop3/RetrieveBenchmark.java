package dev.tegami.benchmarks.pop3;

import dev.tegami.benchmarks.Loopback;
import dev.tegami.benchmarks.RealServer;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import dev.tegami.pop3.Entry;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.Pop3Session;
import dev.tegami.sasl.Credentials;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.commons.net.pop3.POP3Client;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A session in clear that logs in and reads a thousand messages of 2 KB; from a real Dovecot where there is one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RetrieveBenchmark {
    static final int MESSAGES = 1_000;
    private static final String PASSWORD = "fresh";

    private final String person = "fresh-" + UUID.randomUUID().toString().substring(0, 13);
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Loopback> loopback = Optional.empty();
    private RealServer at = new RealServer("localhost", 0);
    private Session angus = Session.getInstance(new Properties());

    /** Fills a mailbox. */
    @Setup
    public void open() throws IOException {
        Message letter = Message.compose()
                .from("ada@example.org")
                .to("bob@example.org")
                .subject("Two kilobytes")
                .text("A line of a letter, which has about forty of them.\r\n".repeat(38))
                .build();
        for (int i = 1; i <= MESSAGES; i++) {
            entries.add(new Entry(i, letter.size(), Optional.empty()));
        }
        Optional<RealServer> dovecot = RealServer.find("dovecot.pop3");
        if (dovecot.isPresent()) {
            at = dovecot.get();
            fill(letter, RealServer.find("dovecot.imap").orElseThrow());
        } else {
            Loopback started = Loopback.start(link -> serve(link, letter.toBytes()));
            loopback = Optional.of(started);
            at = new RealServer("localhost", started.port());
        }
        Properties properties = new Properties();
        properties.setProperty("mail.pop3.disablecapa", "false");
        angus = Session.getInstance(properties);
    }

    private void fill(Message letter, RealServer imap) {
        Imap door = Imap.at(imap.host()).port(imap.port()).insecurePlaintext().login(person, PASSWORD);
        try (ImapSession session = door.open()) {
            session.append("INBOX", Collections.nCopies(MESSAGES, letter));
        }
    }

    private static void serve(Loopback.Link link, byte[] letter) throws IOException {
        link.send("+OK loopback");
        for (String line = link.line(); !line.isEmpty(); line = link.line()) {
            switch (line.substring(0, 4).toUpperCase(Locale.ROOT)) {
                case "CAPA" -> link.send("+OK\r\nUSER\r\nPIPELINING\r\nUIDL\r\nTOP\r\n.");
                case "STAT" -> link.send("+OK " + MESSAGES + " " + MESSAGES * letter.length);
                case "RETR" -> {
                    link.send("+OK");
                    link.send(letter);
                    link.send(".");
                }
                default -> link.send("+OK");
            }
        }
    }

    /** Ends the server. */
    @TearDown
    public void close() throws IOException {
        if (loopback.isPresent()) {
            loopback.get().close();
        }
    }

    /** Ours. */
    @Benchmark
    public int tegami() throws IOException {
        int[] arrived = new int[1];
        Pop3 door = Pop3.at(at.host())
                .port(at.port())
                .insecurePlaintext()
                .login(Credentials.password(person, PASSWORD).only("USER")); // as the others: SCRAM costs milliseconds
        try (Pop3Session session = door.open()) {
            session.retrieve(
                    entries,
                    entry -> Receive.toStream(OutputStream.nullOutputStream()),
                    arrival -> arrived[0] += arrival.value().isPresent() ? 1 : 0);
        }
        return all(arrived[0]);
    }

    /** A socket: all commands at once, then everything until the last lone dot. */
    @Benchmark
    public int rawPipelined() throws IOException {
        try (RawPop3 raw = new RawPop3(at, person, PASSWORD)) {
            return all(raw.pipelined(MESSAGES));
        }
    }

    /** A socket: a command, its answer, the next command. */
    @Benchmark
    public int rawLockStep() throws IOException {
        try (RawPop3 raw = new RawPop3(at, person, PASSWORD)) {
            return all(raw.lockStep(MESSAGES));
        }
    }

    /** Angus Mail. */
    @Benchmark
    public int angus() throws MessagingException, IOException {
        int arrived = 0;
        try (Store store = angus.getStore("pop3")) {
            store.connect(at.host(), at.port(), person, PASSWORD);
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            for (jakarta.mail.Message message : folder.getMessages()) {
                message.writeTo(OutputStream.nullOutputStream());
                arrived++;
            }
            folder.close(false);
        }
        return all(arrived);
    }

    /** Apache Commons Net. */
    @Benchmark
    public int commonsNet() throws IOException {
        POP3Client client = new POP3Client();
        client.connect(at.host(), at.port());
        client.login(person, PASSWORD);
        int arrived = 0;
        for (int i = 1; i <= MESSAGES; i++) {
            try (Reader message = client.retrieveMessage(i)) {
                arrived += message.transferTo(Writer.nullWriter()) > 0 ? 1 : 0;
            }
        }
        client.disconnect();
        return all(arrived);
    }

    private static int all(int arrived) {
        if (arrived != MESSAGES) {
            throw new IllegalStateException("only " + arrived + " messages came");
        }
        return arrived;
    }
}
