package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Message letter() {
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.net", "Zoë <zoe@example.com>")
                .subject("議事録")
                .text("Hello Bob\nこんにちは")
                .html("<p>Hello <img src='cid:logo'></p>")
                .inline("logo", ContentType.of("image", "png"), Source.of(new byte[] {1, 2, 3}))
                .attach("議事録.pdf", bytes("%PDF"))
                .build();
    }

    @Test
    void aLetterReadsBackAsItWasComposed() {
        Message read = Message.parse(letter().toBytes());

        assertThat(read.subject()).contains("議事録");
        assertThat(read.from()).containsExactly(Mailbox.of("Ada", "ada", "example.org"));
        assertThat(read.to())
                .containsExactly(Mailbox.of("bob", "example.net"), Mailbox.of("Zoë", "zoe", "example.com"));
        assertThat(read.text()).contains("Hello Bob\r\nこんにちは");
        assertThat(read.html()).contains("<p>Hello <img src='cid:logo'></p>");
        assertThat(read.attachments()).hasSize(2);
        assertThat(read.attachments().get(1).fileName()).contains("議事録.pdf");
        assertThat(read.attachments().get(1).content().orElseThrow().bytes()).isEqualTo(bytes("%PDF"));
        assertThat(read.inline("logo")).isPresent();
        assertThat(read.findings()).isEmpty();
        assertThat(read.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        assertThat(read.root().contentType().is("multipart/mixed")).isTrue();
    }

    @Test
    void aChildsRawOctetsExcludeTheLineEndOfTheDelimiter() {
        String child = "Content-Type: text/plain\r\n\r\nbody\r\n";
        Message read = Message.parse(
                bytes("Content-Type: multipart/mixed; boundary=b\r\n\r\npre\r\n--b\r\n" + child + "\r\n--b--\r\nepi"));
        Part part = read.root().parts().get(0);

        assertThat(OctetSource.bytes(OctetSource.octets(part.raw()))).isEqualTo(bytes(child));
        assertThat(((Parts) read.root().body()).preamble()).isEqualTo("pre");
        assertThat(((Parts) read.root().body()).epilogue()).isEqualTo("epi");
    }

    @Test
    void aFileIsReadByRegions(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("letter.eml");
        byte[] octets = letter().toBytes();
        Files.write(file, octets);
        Message read = Message.parse(file);

        assertThat(read.text()).contains("Hello Bob\r\nこんにちは");
        assertThat(read.attachments().get(1).content().orElseThrow().bytes()).isEqualTo(bytes("%PDF"));
        assertThat(read.toBytes()).isEqualTo(octets);
    }

    @Test
    void anEditLeavesEveryOtherOctetAlone() {
        String text = "Received: x\r\n y\r\nSUBJECT:  old\r\nX: 1\n\nbody \n\0";
        Message changed = Message.parse(bytes(text)).edit().subject("new").build();

        assertThat(new String(changed.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text.replace("SUBJECT:  old", "Subject: new"));
    }
}
