package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** What we write, Angus Mail and mime4j read as it was meant. */
class PeerReadingProperties {
    private static final Session SESSION = Session.getInstance(new Properties());

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> wild = Arbitraries.strings()
                .withChars("ab =?_\"\\(),.:;<>@[]\t'%*/-&")
                .withChars('ä', '議', 'é')
                .ofMinLength(1)
                .ofMaxLength(120);
        Arbitrary<String> words =
                Arbitraries.strings().withChars("abcdef  \t").ofMinLength(100).ofMaxLength(1200);
        Arbitrary<String> mixed = Arbitraries.of("word", "Grüße", "  ", " ", "\t", "議事録", "=?x", "🎌")
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(wild, words, mixed);
    }

    private static MimeMessage angus(Message message) throws Exception {
        return new MimeMessage(SESSION, new ByteArrayInputStream(message.toBytes()));
    }

    private static org.apache.james.mime4j.dom.Message mime4j(Message message) throws Exception {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        return builder.parseMessage(new ByteArrayInputStream(message.toBytes()));
    }

    @Property(tries = 300)
    void theSubject(@ForAll("lines") String subject) throws Exception {
        Message message = Message.compose().subject(subject).build();
        assertThat(message.subject()).contains(subject);
        assertThat(angus(message).getSubject()).isEqualTo(subject);
        assertThat(mime4j(message).getSubject()).isEqualTo(subject);
    }

    @Property(tries = 100)
    void theSubjectInLegacyCharsets(@ForAll("lines") String subject) throws Exception {
        for (String charset : List.of("ISO-2022-JP", "ISO-8859-1", "GB18030", "EUC-KR")) {
            Message message = Message.compose()
                    .charset(Charset.forName(charset))
                    .subject(subject)
                    .build();
            assertThat(angus(message).getSubject()).as(charset).isEqualTo(subject);
            assertThat(mime4j(message).getSubject()).as(charset).isEqualTo(subject);
        }
    }

    @Property(tries = 200)
    void displayNames(@ForAll("lines") String name) throws Exception {
        Message message =
                Message.compose().from(Mailbox.of(name, "ada", "example.org")).build();
        String wanted = message.from().get(0).displayName();
        InternetAddress read = (InternetAddress) angus(message).getFrom()[0];
        assertThat(read.getAddress()).isEqualTo("ada@example.org");
        assertThat(Objects.requireNonNullElse(read.getPersonal(), "")).isEqualTo(wanted);
        org.apache.james.mime4j.dom.address.Mailbox other =
                mime4j(message).getFrom().get(0);
        assertThat(other.getAddress()).isEqualTo("ada@example.org");
        assertThat(Objects.requireNonNullElse(other.getName(), "")).isEqualTo(wanted);
    }

    @Property(tries = 40)
    void manyRecipients(@ForAll("lines") String name) throws Exception {
        Draft draft = Message.compose();
        for (int i = 0; i < 40; i++) {
            draft.to(Mailbox.of(name, "r" + i, "example.org"));
        }
        Message message = draft.build();
        assertThat(angus(message).getAllRecipients()).hasSize(40);
        assertThat(mime4j(message).getTo()).hasSize(40);
    }

    @Property(tries = 150)
    void fileNames(@ForAll("lines") String name) throws Exception {
        Message message =
                Message.compose().text("x").attach(name, new byte[] {1}).build();
        BodyPart part = ((Multipart) angus(message).getContent()).getBodyPart(1);
        assertThat(part.getFileName()).isEqualTo(name);
    }

    @Property(tries = 100)
    void fileNamesForOldOutlook(@ForAll("lines") String name) throws Exception {
        Message message = Message.compose()
                .outlookFileNames()
                .text("x")
                .attach(name + "ü", new byte[] {1})
                .build();
        BodyPart part = ((Multipart) angus(message).getContent()).getBodyPart(1);
        assertThat(MimeUtility.decodeText(part.getFileName())).isEqualTo(name + "ü");
    }

    @Property(tries = 80)
    void bodiesInEveryCharsetAndEncoding(@ForAll("lines") String line) throws Exception {
        String text = (line + "\r\n").repeat(3);
        for (String charset : List.of("UTF-8", "ISO-2022-JP", "ISO-8859-1")) {
            for (TransferEncoding transport : List.of(TransferEncoding.SEVEN_BIT, TransferEncoding.EIGHT_BIT)) {
                Message message = Message.compose()
                        .charset(Charset.forName(charset))
                        .transport(transport)
                        .text(text)
                        .build();
                assertThat(angus(message).getContent()).as(charset).isEqualTo(text);
                assertThat(text(mime4j(message))).as(charset).isEqualTo(text);
            }
        }
    }

    private static String text(Entity entity) throws Exception {
        byte[] octets = ((SingleBody) entity.getBody()).getInputStream().readAllBytes();
        String charset = entity.getCharset();
        return new String(octets, charset == null ? StandardCharsets.US_ASCII : Charset.forName(charset));
    }
}
