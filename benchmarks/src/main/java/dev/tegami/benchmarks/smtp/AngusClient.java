package dev.tegami.benchmarks.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Angus Mail with one ready message and one connection. */
final class AngusClient implements AutoCloseable {
    private final MimeMessage letter;
    private final Transport transport;

    AngusClient(int port, byte[] message) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        Session session = Session.getInstance(properties);
        letter = new MimeMessage(session, new ByteArrayInputStream(message));
        transport = session.getTransport("smtp");
        transport.connect();
    }

    String send() throws MessagingException {
        transport.sendMessage(letter, letter.getAllRecipients());
        return letter.getMessageID();
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
