package dev.tegami.examples.guide;

import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.search.FlagTerm;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Tasks as Jakarta Mail does them. */
final class WithJakarta {
    private WithJakarta() {}

    static MimeMessage compose(Session session, File minutes) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("ada@example.org", "Ada", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse("bob@example.org"));
        message.setSubject("議事録", "UTF-8");
        message.setSentDate(Date.from(Instant.now()));
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Hello Bob", "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.attachFile(minutes);
        message.setContent(new MimeMultipart(text, file));
        message.saveChanges();
        return message;
    }

    static void send(String host, int port, String user, String password, MimeMessage message)
            throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", "30000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "30000");
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect(user, password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    static List<String> readUnread(Store store) throws MessagingException, IOException {
        List<String> texts = new ArrayList<>();
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        try {
            for (Message message : inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                texts.add(text(message));
            }
        } finally {
            inbox.close(false);
        }
        return texts;
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        String text = "";
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount() && text.isEmpty(); i++) {
                text = text(parts.getBodyPart(i));
            }
        }
        return text;
    }

    static int saveAttachments(Message message, File folder) throws MessagingException, IOException {
        int saved = 0;
        if (message.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                    ((MimeBodyPart) part).saveFile(new File(folder, "attachment-" + ++saved));
                }
            }
        }
        return saved;
    }
}
