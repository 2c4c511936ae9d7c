package dev.tegami.benchmarks.smtp;

import dev.tegami.benchmarks.Loopback;
import dev.tegami.mime.Message;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpSession;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.net.smtp.SMTPClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A letter of 2 KB to one recipient, over a connection that is open, to a server with PIPELINING. */
@State(Scope.Benchmark)
public class SendBenchmark {
    private static final String SENDER = "ada@example.org";
    private static final String RECIPIENT = "bob@example.net";

    private Loopback server;
    private Message letter;
    private String text;
    private SmtpSession session;
    private MimeMessage angusLetter;
    private Transport transport;
    private SMTPClient client;

    /** Opens a connection for each. */
    @Setup
    public void open() throws IOException, MessagingException {
        server = Loopback.start(SendBenchmark::serve);
        letter = Message.compose()
                .from(SENDER)
                .to(RECIPIENT)
                .subject("Two kilobytes")
                .text("A line of a letter, which has about forty of them.\r\n".repeat(40))
                .build();
        session = Smtp.at("localhost").port(server.port()).insecurePlaintext().open();

        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        Session angus = Session.getInstance(properties);
        angusLetter = new MimeMessage(angus, new ByteArrayInputStream(letter.toBytes()));
        transport = angus.getTransport("smtp");
        transport.connect();

        text = new String(letter.toBytes(), StandardCharsets.US_ASCII);
        client = new SMTPClient();
        client.connect("localhost", server.port());
        client.login();
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException, MessagingException {
        session.close();
        transport.close();
        client.disconnect();
        server.close();
    }

    private static void serve(Loopback.Link link) throws IOException {
        link.send("220 loopback");
        for (String line = link.line(); !line.isEmpty(); line = link.line()) {
            String verb = line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> link.send("250-loopback\r\n250-PIPELINING\r\n250 8BITMIME");
                case "DATA" -> {
                    link.send("354 go on");
                    readToTheDot(link);
                    link.send("250 taken");
                }
                case "QUIT" -> link.send("221 bye");
                default -> link.send("250 well");
            }
        }
    }

    private static void readToTheDot(Loopback.Link link) throws IOException {
        String line;
        do {
            line = link.line();
        } while (!line.equals("."));
    }

    /** Ours. */
    @Benchmark
    public boolean tegami() {
        return session.send(letter).isComplete();
    }

    /** Angus Mail. */
    @Benchmark
    public String angus() throws MessagingException {
        transport.sendMessage(angusLetter, angusLetter.getAllRecipients());
        return angusLetter.getMessageID();
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
