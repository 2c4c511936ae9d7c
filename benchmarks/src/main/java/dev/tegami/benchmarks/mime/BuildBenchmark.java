package dev.tegami.benchmarks.mime;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import java.util.Random;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.field.ParseException;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/** A letter composed and written: text, HTML, a picture of 50 KB, and perhaps ten megabytes attached. */
@State(Scope.Benchmark)
public class BuildBenchmark {
    private static final String TEXT = "Grüße aus Köln und ein Absatz, der sich wiederholt.\r\n".repeat(160);
    private static final String HTML = "<p style=\"color:#333\">Grüße aus <b>Köln</b>.</p>\r\n".repeat(440);

    /** How many megabytes are attached. */
    @Param({"0", "10"})
    public int megabytes;

    private byte[] picture;
    private byte[] file;
    private Session session;

    /** Fills the octets. */
    @Setup
    public void fill() {
        picture = new byte[50_000];
        file = new byte[megabytes << 20];
        new Random(1).nextBytes(picture);
        new Random(2).nextBytes(file);
        session = Session.getInstance(new Properties());
    }

    /** Ours. */
    @Benchmark
    public void tegami() throws IOException {
        var draft = Message.compose()
                .from("ada@example.org")
                .to("bob@example.net")
                .subject("Grüße")
                .text(TEXT)
                .html(HTML)
                .inline("p@example.org", ContentType.of("image", "png"), Source.of(picture));
        if (megabytes > 0) {
            draft.attach("minutes.bin", file);
        }
        draft.build().writeTo(OutputStream.nullOutputStream());
    }

    /** Angus Mail. */
    @Benchmark
    public void angus() throws MessagingException, IOException {
        MimeMultipart texts = new MimeMultipart("alternative");
        texts.addBodyPart(text(TEXT, "plain"));
        texts.addBodyPart(text(HTML, "html"));
        MimeMultipart whole = new MimeMultipart("related");
        whole.addBodyPart(around(texts));
        MimeBodyPart image = data(picture, "image/png");
        image.setContentID("<p@example.org>");
        whole.addBodyPart(image);
        if (megabytes > 0) {
            MimeMultipart mixed = new MimeMultipart("mixed");
            mixed.addBodyPart(around(whole));
            MimeBodyPart attached = data(file, "application/octet-stream");
            attached.setFileName("minutes.bin");
            mixed.addBodyPart(attached);
            whole = mixed;
        }
        MimeMessage message = new MimeMessage(session);
        message.setFrom("ada@example.org");
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, "bob@example.net");
        message.setSubject("Grüße", "utf-8");
        message.setContent(whole);
        message.saveChanges();
        message.writeTo(OutputStream.nullOutputStream());
    }

    /** Simple Java Mail, which writes through Angus Mail. */
    @Benchmark
    public void simpleJavaMail() throws MessagingException, IOException {
        EmailPopulatingBuilder builder = EmailBuilder.startingBlank()
                .from("ada@example.org")
                .to("bob@example.net")
                .withSubject("Grüße")
                .withPlainText(TEXT)
                .withHTMLText(HTML)
                .withEmbeddedImage("p@example.org", picture, "image/png");
        if (megabytes > 0) {
            builder.withAttachment("minutes.bin", file, "application/octet-stream");
        }
        EmailConverter.emailToMimeMessage(builder.buildEmail(), session).writeTo(OutputStream.nullOutputStream());
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "utf-8", subtype);
        return part;
    }

    private static MimeBodyPart around(MimeMultipart inner) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner);
        return part;
    }

    private static MimeBodyPart data(byte[] octets, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(octets, type)));
        return part;
    }

    /** Apache James mime4j. */
    @Benchmark
    public void mime4j() throws ParseException, IOException {
        BasicBodyFactory bodies = new BasicBodyFactory();
        MultipartBuilder texts = MultipartBuilder.create("alternative");
        texts.addBodyPart(text(bodies, TEXT, "text/plain").build());
        texts.addBodyPart(text(bodies, HTML, "text/html").build());
        MultipartBuilder related = MultipartBuilder.create("related");
        related.addBodyPart(around(texts.build()).build());
        related.addBodyPart(data(bodies, picture, "image/png").build());
        Multipart whole = related.build();
        if (megabytes > 0) {
            MultipartBuilder mixed = MultipartBuilder.create("mixed");
            mixed.addBodyPart(around(whole).build());
            mixed.addBodyPart(data(bodies, file, "application/octet-stream").build());
            whole = mixed.build();
        }
        var message = org.apache.james.mime4j.dom.Message.Builder.of()
                .setFrom("ada@example.org")
                .setTo("bob@example.net")
                .setSubject("Grüße")
                .setDate(Date.from(Instant.EPOCH))
                .generateMessageId("example.org")
                .setBody(whole)
                .build();
        new DefaultMessageWriter().writeMessage(message, OutputStream.nullOutputStream());
    }

    private static BodyPartBuilder text(BasicBodyFactory bodies, String text, String type) throws IOException {
        return BodyPartBuilder.create()
                .setBody(bodies.textBody(text, "utf-8"))
                .setContentType(type, new NameValuePair("charset", "utf-8"))
                .setContentTransferEncoding("quoted-printable");
    }

    private static BodyPartBuilder around(Multipart inner) {
        return BodyPartBuilder.create().setBody(inner);
    }

    private static BodyPartBuilder data(BasicBodyFactory bodies, byte[] octets, String type) throws IOException {
        return BodyPartBuilder.create()
                .setBody(bodies.binaryBody(octets))
                .setContentType(type)
                .setContentTransferEncoding("base64");
    }

    /** What the JDK's encoder and a copy with line ends cost alone, for the attachment. */
    @Benchmark
    public int limit() {
        byte[] raw = new byte[57 * 144];
        byte[] letters = new byte[76 * 144];
        byte[] lines = new byte[78 * 144];
        int written = 0;
        for (int at = 0; at + raw.length <= file.length; at += raw.length) {
            System.arraycopy(file, at, raw, 0, raw.length);
            Base64.getEncoder().encode(raw, letters);
            int to = 0;
            for (int from = 0; from < letters.length; from += 76) {
                System.arraycopy(letters, from, lines, to, 76);
                lines[to + 76] = '\r';
                lines[to + 77] = '\n';
                to += 78;
            }
            written += to;
        }
        return written;
    }
}
