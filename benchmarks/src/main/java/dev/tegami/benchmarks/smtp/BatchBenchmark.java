package dev.tegami.benchmarks.smtp;

import dev.tegami.mime.Message;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpSession;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A hundred messages of two kilobytes over one connection to {@code smtp-sink}; the figures are for one of them. */
@State(Scope.Benchmark)
public class BatchBenchmark {
    private static final int MESSAGES = 100;
    private static final String SENDER = "ada@example.org";
    private static final String RECIPIENT = "bob@example.net";

    private Sink sink;
    private List<MailObject> mails;
    private SmtpSession session;
    private RawClient raw;
    private AngusClient angus;

    /** Opens a connection for each. */
    @Setup
    public void open() throws IOException, MessagingException, InterruptedException {
        sink = Sink.start();
        byte[] message = Message.compose()
                .from(SENDER)
                .to(RECIPIENT)
                .subject("Minutes")
                .text("A line of a letter, which has about forty of them.\r\n".repeat(36))
                .build()
                .toBytes();
        MailObject mail = new MailObject(Message.parse(message), Envelope.of(SENDER, RECIPIENT));
        mails = Collections.nCopies(MESSAGES, mail);
        session = Smtp.at("localhost").port(sink.port()).insecurePlaintext().open();
        raw = new RawClient(sink.port(), SENDER, RECIPIENT, message);
        angus = new AngusClient(sink.port(), message);
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException, MessagingException {
        session.close();
        angus.close();
        raw.close();
        sink.close();
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int tegami() {
        return session.sendAll(mails).size();
    }

    /** Ready octets over a socket, each envelope behind the message before. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int raw() throws IOException {
        return raw.across(MESSAGES);
    }

    /** Angus Mail, one after the other: it knows no other way. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int angus() throws MessagingException {
        for (int i = 0; i < MESSAGES; i++) {
            angus.send();
        }
        return MESSAGES;
    }
}
