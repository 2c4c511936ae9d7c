package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to attach something. */
class AttachmentTest {
    private static final byte[] OCTETS = {0, 13, 10, -1};

    private static Part only(Message message) {
        Message read = Message.parse(message.toBytes());
        assertThat(read.findings()).isEmpty();
        assertThat(read.attachments()).hasSize(1);
        return read.attachments().get(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void fromAPath(@TempDir Path dir) throws IOException {
        Path file = Files.write(dir.resolve("Grüße.pdf"), OCTETS);
        Part part = only(Message.compose().text("x").attach(file).build());
        assertThat(part.fileName()).contains("Grüße.pdf");
        assertThat(part.contentType().is("application/pdf")).isTrue();
        assertThat(part.content().orElseThrow().bytes()).isEqualTo(OCTETS);
    }

    @Test
    void fromASupplierOfStreamsThatIsAskedForEveryWrite() {
        AtomicInteger opened = new AtomicInteger();
        Source source = Source.of(() -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(OCTETS);
        });
        Message message = Message.compose().attach("a.bin", source).build();
        assertThat(opened).hasValue(0);
        assertThat(message.toBytes()).isEqualTo(message.toBytes());
        assertThat(opened).hasValue(2);
        assertThat(only(message).content().orElseThrow().bytes()).isEqualTo(OCTETS);
    }

    @Test
    void fromADataSourceWithItsNameAndType() {
        Part part = only(Message.compose()
                .attach(data("議事録.bin", "image/png; name=other.png"))
                .build());
        assertThat(part.fileName()).contains("議事録.bin");
        assertThat(part.contentType().is("image/png")).isTrue();
        assertThat(part.content().orElseThrow().bytes()).isEqualTo(OCTETS);
    }

    @Test
    void aDataSourceWithoutATypeOrWithABrokenOneIsOctets() {
        for (String type : new String[] {"", "rubbish", "a/b/c; \r\nx"}) {
            Part part = only(Message.compose().attach(data("x", type)).build());
            assertThat(part.content().orElseThrow().bytes()).isEqualTo(OCTETS);
        }
    }

    @Test
    void aDataSourceWithALineEndInItsNameIsRefused() {
        assertThatThrownBy(() -> Message.compose().attach(data("a\r\nBcc: eve@example.org", "text/plain")))
                .isInstanceOf(MimeException.class);
    }

    private static DataSource data(String name, String type) {
        return new DataSource() {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(OCTETS);
            }

            @Override
            public OutputStream getOutputStream() throws IOException {
                throw new IOException("for reading");
            }

            @Override
            public String getContentType() {
                return type;
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }

    @Test
    void aMessage() {
        Message inner = Message.compose().subject("議事録").text("x").build();
        Message read = Message.parse(
                Message.compose().text("see").attach(inner).build().toBytes());
        Part part = read.attachments().get(0);
        assertThat(part.contentType().is("message/rfc822")).isTrue();
        assertThat(((Embedded) part.body()).message().toBytes()).isEqualTo(inner.toBytes());
    }

    @Test
    void encodedBeforehand() {
        Content content =
                Content.preEncoded(Source.of(ascii("AA0K\r\n/w==")), ContentType.OCTETS, TransferEncoding.BASE64);
        Message message = Message.compose().attach("a.bin", content).build();
        assertThat(new String(message.toBytes(), StandardCharsets.US_ASCII)).contains("\r\n\r\nAA0K\r\n/w==\r\n--");
        Part part = only(message);
        assertThat(part.fileName()).contains("a.bin");
        assertThat(part.content().orElseThrow().bytes()).isEqualTo(OCTETS);
    }

    @Test
    void withoutBase64() {
        ContentType type = ContentType.of("text", "plain").with("charset", "utf-8");
        byte[] text = "Grüße\r\n".getBytes(StandardCharsets.UTF_8);
        Message eight = Message.compose()
                .attach("a.txt", Content.of(Source.of(text), type, TransferEncoding.EIGHT_BIT))
                .build();
        assertThat(eight.needs()).isEqualTo(TransferEncoding.EIGHT_BIT);
        assertThat(only(eight).content().orElseThrow().text()).isEqualTo("Grüße\r\n");
        Message binary = Message.compose()
                .attach("a", Content.of(Source.of(OCTETS), ContentType.OCTETS, TransferEncoding.BINARY))
                .build();
        assertThat(binary.needs()).isEqualTo(TransferEncoding.BINARY);
        assertThat(Message.parse(binary.toBytes())
                        .attachments()
                        .get(0)
                        .content()
                        .orElseThrow()
                        .bytes())
                .isEqualTo(OCTETS);
        assertThat(binary.fitFor(TransferEncoding.SEVEN_BIT).needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
    }

    @Test
    void aPartAsItIs() {
        Part raw = Part.of(
                Header.of(List.of(
                        Field.structured("Content-Type", "x-own/x-type; p=1"),
                        Field.of("X-Own", "ü"),
                        Field.structured("Content-Disposition", "attachment"))),
                Content.of(
                        Source.of(ascii("x")),
                        ContentType.of("x-own", "x-type").with("p", "1"),
                        TransferEncoding.SEVEN_BIT));
        Part part = only(Message.compose().attach(raw).build());
        assertThat(part.header().first("X-Own").orElseThrow().value()).isEqualTo("ü");
        assertThat(part.contentType().parameter("p")).contains("1");
    }

    @Test
    void aHeaderFieldAsItIs() {
        Field folded = Field.raw(ascii("X-Own:\r\n\t folded  twice\r\n\tand kept\r\n"));
        Message message = Message.compose().header(folded).text("x").build();
        assertThat(new String(message.toBytes(), StandardCharsets.US_ASCII))
                .contains("\r\nX-Own:\r\n\t folded  twice\r\n\tand kept\r\n");
    }

    @Test
    void anEditAddsManyPartsAndPicturesBesideTheHtmlThatShowsThem() {
        Message before = Message.compose().text("x").html("<p>x").build();
        Draft draft = before.edit().inline("p@example.org", ContentType.of("image", "png"), Source.of(OCTETS));
        for (int i = 0; i < 3; i++) {
            draft.attach(i + ".bin", OCTETS);
        }
        Message once = draft.build();
        assertThat(shape(once.root()))
                .isEqualTo("mixed(alternative(plain related(html png)) octet-stream octet-stream octet-stream)");
        Message twice = once.edit()
                .inline("q@example.org", ContentType.of("image", "gif"), Source.of(OCTETS))
                .build();
        assertThat(shape(Message.parse(twice.toBytes()).root()))
                .isEqualTo("mixed(alternative(plain related(html png gif)) octet-stream octet-stream octet-stream)");
        assertThat(twice.html()).contains("<p>x");
    }

    private static String shape(Part part) {
        String name = part.contentType().subtype();
        return part.parts().isEmpty()
                ? name
                : name
                        + part.parts().stream()
                                .map(AttachmentTest::shape)
                                .toList()
                                .toString()
                                .replace("[", "(")
                                .replace("]", ")")
                                .replace(",", "");
    }
}
