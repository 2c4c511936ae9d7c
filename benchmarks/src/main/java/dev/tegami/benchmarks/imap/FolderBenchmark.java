package dev.tegami.benchmarks.imap;

import dev.tegami.benchmarks.RealServer;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.imap.Section;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.sasl.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A folder of ten thousand messages of 6 KB in a real Dovecot, in clear: listed, searched, a thousand of them read, and a
 * thousand written to another folder that is made and deleted for it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FolderBenchmark {
    private static final int MESSAGES = 10_000;
    private static final int READ = 1_000;
    private static final String PASSWORD = "fresh";

    /** What is done. */
    @Param({"list", "fetch", "search", "append"})
    public String work = "";

    private ImapSession session;
    private Folder folder;
    private RawImap raw;
    private List<Message> letters = List.of();
    private byte[] appends = {};

    /** Fills a mailbox. */
    @Setup
    public void open() throws IOException {
        RealServer at = RealServer.find("dovecot.imap")
                .orElseThrow(() -> new IllegalStateException("this benchmark needs -Dtegami.servers"));
        String person = "fresh-" + UUID.randomUUID().toString().substring(0, 13);
        Message letter = Message.compose()
                .from("Ada Lovelace <ada@example.org>")
                .to("bob@example.org")
                .subject("Six kilobytes of Grüße")
                .text("A line of a letter, which has about forty of them.\r\n".repeat(38))
                .attach("numbers.bin", new byte[2500])
                .build();
        session = Imap.at(at.host())
                .port(at.port())
                .insecurePlaintext()
                .login(Credentials.password(person, PASSWORD).only("PLAIN"))
                .open();
        for (int i = 0; i < MESSAGES; i += 1000) {
            session.append("INBOX", Collections.nCopies(1000, letter));
        }
        folder = session.select("INBOX");
        letters = Collections.nCopies(READ, letter);
        appends = appends(letter.toBytes());
        raw = new RawImap(at, person, PASSWORD);
        raw.run("SELECT INBOX");
    }

    /** Ends the sessions. */
    @TearDown
    public void close() throws IOException {
        session.close();
        raw.close();
    }

    /** One command for all of them. */
    private static byte[] appends(byte[] letter) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("R APPEND Written".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < READ; i++) {
            all.writeBytes((" {" + letter.length + "+}\r\n").getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(letter);
        }
        all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    /** Ours. */
    @Benchmark
    public long tegami() {
        long[] count = new long[1];
        switch (work) {
            case "list" -> folder.fetch(UidSet.all(), one -> count[0]++, Fetch.ENVELOPE, Fetch.FLAGS, Fetch.STRUCTURE);
            case "fetch" ->
                folder.fetch(
                        UidSet.range(1, READ),
                        one -> count[0] += one.section(Section.ALL).orElseThrow().length > 0 ? 1 : 0,
                        Fetch.section(Section.ALL));
            case "append" -> {
                session.create("Written");
                session.append("Written", letters);
                session.delete("Written");
            }
            default -> count[0] = folder.search(Search.subject("kilobytes")).size();
        }
        return count[0];
    }

    /** A socket. */
    @Benchmark
    public long raw() throws IOException {
        return switch (work) {
            case "list" -> raw.run("UID FETCH 1:* (UID ENVELOPE FLAGS BODYSTRUCTURE)");
            case "fetch" -> raw.run("UID FETCH 1:" + READ + " (UID BODY.PEEK[])");
            case "append" -> raw.run("CREATE Written") + raw.send(appends) + raw.run("DELETE Written");
            default -> raw.run("UID SEARCH RETURN (ALL) SUBJECT kilobytes");
        };
    }
}
