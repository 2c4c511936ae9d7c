package dev.tegami.benchmarks.imap;

import dev.tegami.benchmarks.Loopback;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A folder of a thousand messages selected and listed: envelope, flags, size. */
@State(Scope.Benchmark)
public class ListBenchmark {
    private static final int MESSAGES = 1000;
    private static final byte[] LISTING = listing();

    private Loopback server;
    private ImapSession session;
    private Store store;

    /** Opens a connection for each. */
    @Setup
    public void open() throws IOException, MessagingException {
        server = Loopback.start(ListBenchmark::serve);
        session = Imap.at("localhost")
                .port(server.port())
                .insecurePlaintext()
                .login("bob", "secret")
                .open();
        Properties properties = new Properties();
        properties.setProperty("mail.imap.port", Integer.toString(server.port()));
        store = Session.getInstance(properties).getStore("imap");
        store.connect("localhost", server.port(), "bob", "secret");
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException, MessagingException {
        session.close();
        store.close();
        server.close();
    }

    private static byte[] listing() {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= MESSAGES; i++) {
            out.append(String.format(
                    Locale.ROOT,
                    "* %1$d FETCH (UID %1$d FLAGS (\\Seen) INTERNALDATE \"03-Mar-2026 10:00:00 +0000\" RFC822.SIZE 4711 "
                            + "ENVELOPE (\"Tue, 3 Mar 2026 10:00:00 +0000\" \"=?UTF-8?Q?Caf=C3=A9_%1$d?=\" "
                            + "((\"Ada\" NIL \"ada\" \"example.org\")) ((\"Ada\" NIL \"ada\" \"example.org\")) "
                            + "((\"Ada\" NIL \"ada\" \"example.org\")) ((\"Bob\" NIL \"bob\" \"example.net\")) NIL NIL NIL "
                            + "\"<%1$d@example.org>\"))\r\n",
                    i));
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void serve(Loopback.Link link) throws IOException {
        link.send("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] loopback");
        for (String line = link.line(); !line.isEmpty(); line = link.line()) {
            String[] words = line.split(" ", 3);
            String verb = words[1].toUpperCase(Locale.ROOT);
            if (verb.equals("CAPABILITY")) {
                link.send("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN");
            } else if (verb.equals("SELECT") || verb.equals("EXAMINE")) {
                link.send("* FLAGS (\\Seen)\r\n* " + MESSAGES
                        + " EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] \r\n* OK [UIDNEXT " + (MESSAGES + 1) + "] ");
            } else if (verb.equals("UID") || verb.equals("FETCH")) {
                link.send(LISTING);
            } else if (verb.equals("LIST")) {
                link.send("* LIST () \"/\" INBOX");
            }
            link.send(words[0] + " OK done");
        }
    }

    /** Ours. */
    @Benchmark
    public long tegami() {
        long found = 0;
        for (Summary summary : session.examine("INBOX").fetch(UidSet.all(), Fetch.ENVELOPE, Fetch.FLAGS, Fetch.SIZE)) {
            found += summary.subject().orElse("").length()
                    + summary.from().size()
                    + summary.size().orElse(0);
        }
        return checked(found);
    }

    /** Angus Mail. */
    @Benchmark
    public long angus() throws MessagingException {
        Folder folder = store.getFolder("INBOX");
        folder.open(Folder.READ_ONLY);
        Message[] messages = folder.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        long found = 0;
        for (Message message : messages) {
            found += message.getSubject().length() + message.getFrom().length + message.getSize();
        }
        folder.close(false);
        return checked(found);
    }

    private static long checked(long found) {
        if (found < MESSAGES * 4711L) {
            throw new IllegalStateException("something was not read");
        }
        return found;
    }
}
