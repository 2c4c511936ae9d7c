package dev.tegami.benchmarks.smtp;

import dev.tegami.mime.Message;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpSession;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.apache.commons.net.smtp.SMTPClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/**
 * One message to one recipient, again and again over one connection to {@code smtp-sink}; the message is ready, of two
 * kilobytes of text or with an attachment, ten megabytes in all. Simple Java Mail builds its message and connects anew
 * each time: it knows no other way.
 */
@State(Scope.Benchmark)
public class SendBenchmark {
    private static final String SENDER = "ada@example.org";
    private static final String RECIPIENT = "bob@example.net";
    private static final int SMALL = 2_000;

    /** The octets of the message, about. */
    @Param({"2000", "10000000"})
    public int octets;

    private Sink sink;
    private Message letter;
    private String text;
    private SmtpSession session;
    private AngusClient angus;
    private SMTPClient client;
    private RawClient raw;
    private Email email;
    private Mailer mailer;

    /** Opens a connection for each. */
    @Setup
    public void open() throws IOException, MessagingException, InterruptedException {
        sink = Sink.start();
        byte[] message = compose().toBytes();
        letter = Message.parse(message);
        session = Smtp.at("localhost").port(sink.port()).insecurePlaintext().open();
        raw = new RawClient(sink.port(), SENDER, RECIPIENT, message);

        angus = new AngusClient(sink.port(), message);

        text = new String(message, StandardCharsets.US_ASCII);
        client = new SMTPClient();
        client.connect("localhost", sink.port());
        client.login();

        email = simple();
        mailer = MailerBuilder.withSMTPServer("localhost", sink.port())
                .withTransportStrategy(TransportStrategy.SMTP)
                .buildMailer();
    }

    private byte[] attachment() {
        return new byte[(int) (octets * 0.73)];
    }

    private static String lines() {
        return "A line of a letter, which has about forty of them.\r\n".repeat(36);
    }

    private Message compose() {
        var draft =
                Message.compose().from(SENDER).to(RECIPIENT).subject("Minutes").text(lines());
        return octets == SMALL
                ? draft.build()
                : draft.attach("minutes.bin", attachment()).build();
    }

    private Email simple() {
        var draft = EmailBuilder.startingBlank()
                .from(SENDER)
                .to(RECIPIENT)
                .withSubject("Minutes")
                .withPlainText(lines());
        return octets == SMALL
                ? draft.buildEmail()
                : draft.withAttachment("minutes.bin", attachment(), "application/octet-stream")
                        .buildEmail();
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException, MessagingException {
        session.close();
        angus.close();
        client.disconnect();
        raw.close();
        sink.close();
    }

    /** Ours. */
    @Benchmark
    public boolean tegami() {
        return session.send(letter).isComplete();
    }

    /** Ready octets over a socket, the envelope in one go. */
    @Benchmark
    public int raw() throws IOException {
        return raw.pipelined();
    }

    /** Ready octets over a socket, one command after the other. */
    @Benchmark
    public int rawLockStep() throws IOException {
        return raw.lockStep();
    }

    /** Angus Mail. */
    @Benchmark
    public String angus() throws MessagingException {
        return angus.send();
    }

    /** Simple Java Mail, which stands on Angus. */
    @Benchmark
    public Future<Void> simpleJavaMail() {
        return mailer.sendMail(email, false);
    }

    /** Apache Commons Net. */
    @Benchmark
    public boolean commonsNet() throws IOException {
        client.setSender(SENDER);
        client.addRecipient(RECIPIENT);
        try (Writer out = client.sendMessageData()) {
            out.write(text);
        }
        return client.completePendingCommand();
    }
}
