package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataSource;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
    private static String ascii(Message message) {
        return new String(message.toBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theSameVerbsAndSeedGiveTheSameOctets() {
        Message first = letter();
        Message second = letter();
        assertThat(first.toBytes()).isEqualTo(second.toBytes());
    }

    @Test
    void aDeterministicDraftWithoutADateIsRefusedButAnEditNeedsNone() {
        Draft draft = Message.compose().deterministic(7).text("x");
        assertThatThrownBy(draft::build).isInstanceOf(MimeException.class).hasMessageContaining("date");
        Message before = letter();
        assertThat(before.edit()
                        .deterministic(1)
                        .attach("b", new byte[1])
                        .build()
                        .toBytes())
                .isEqualTo(before.edit()
                        .deterministic(1)
                        .attach("b", new byte[1])
                        .build()
                        .toBytes());
    }

    @Test
    void aBinaryTransportCarriesAttachmentsAsTheyAreAndFitForTakesThemBack() {
        byte[] octets = {0, 13, 10, 10, (byte) 200};
        Message message = Message.compose()
                .transport(TransferEncoding.BINARY)
                .html("<p>ü")
                .inline("a", ContentType.of("image", "png"), Source.of(octets))
                .attach("a.bin", octets)
                .build();
        assertThat(message.needs()).isEqualTo(TransferEncoding.BINARY);
        assertThat(ascii(message))
                .contains("binary\r\n\r\n\0\r\n\n\u00c8\r\n--")
                .doesNotContain("base64");
        Message seven = message.fitFor(TransferEncoding.SEVEN_BIT);
        assertThat(seven.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        for (Message sent : List.of(message, seven)) {
            Message read = Message.parse(sent.toBytes());
            assertThat(read.findings()).isEmpty();
            assertThat(read.attachments())
                    .hasSize(2)
                    .allSatisfy(part ->
                            assertThat(part.content().orElseThrow().bytes()).isEqualTo(octets));
        }
    }

    private static Message letter() {
        return Message.compose()
                .deterministic(7)
                .date(OffsetDateTime.parse("2026-01-02T03:04:05+09:00"))
                .from("ada@example.org")
                .text("x")
                .html("<p>x")
                .attach("a.bin", new byte[] {1})
                .build();
    }

    @Test
    void theMessageIdHasTheAuthorsDomainAndNoHostName() {
        assertThat(Message.compose().from("Ada <ada@例え.jp>").build().messageId().orElseThrow())
                .endsWith("@xn--r8jz45g.jp");
    }

    @Test
    void flowedTextReadsBackAndKeepsItsLinesShort() {
        String text = "word ".repeat(100).trim() + "\r\n\r\n From here\r\n> quoted\r\n-- \r\nAda";
        Message message = Message.compose().flowed().text(text).build();
        assertThat(Message.parse(message.toBytes()).text()).contains(text);
        for (String line : ascii(message).split("\r\n", -1)) {
            assertThat(line.length()).isLessThanOrEqualTo(78);
        }
    }

    @Test
    void outlookReadsFileNamesAsEncodedWords() {
        Message message = Message.compose()
                .outlookFileNames()
                .attach("議事録.pdf", new byte[] {1})
                .build();
        assertThat(ascii(message))
                .contains("filename=\"=?UTF-8?")
                .contains("name=\"=?UTF-8?")
                .doesNotContain("filename*");
        assertThat(Message.parse(message.toBytes()).attachments().get(0).fileName())
                .contains("議事録.pdf");
    }

    @Test
    void legacyCharsetsAreUsedWhereTheyCanExpressTheText() {
        Message message = Message.compose()
                .charset(Charset.forName("ISO-2022-JP"))
                .subject("議事録")
                .text("議事録")
                .build();
        assertThat(ascii(message))
                .contains("=?ISO-2022-JP?B?")
                .contains("charset=iso-2022-jp")
                .doesNotContain("8bit");
        Message other = Message.compose()
                .charset(StandardCharsets.ISO_8859_1)
                .text("議事録")
                .build();
        assertThat(ascii(other)).contains("charset=utf-8");
    }

    @Test
    void rawUtf8HeadersNeedSmtpUtf8() {
        Message message = Message.compose()
                .utf8Header()
                .from("アダ <アダ@例え.jp>")
                .subject("議事録")
                .build();
        assertThat(message.needsSmtpUtf8()).isTrue();
        assertThat(new String(message.toBytes(), StandardCharsets.UTF_8))
                .contains("Subject: 議事録\r\n")
                .contains("アダ@例え.jp");
        assertThat(Message.parse(message.toBytes()).from()).containsExactly(Mailbox.of("アダ", "アダ", "例え.jp"));
        assertThat(Message.compose().subject("議事録").build().needsSmtpUtf8()).isFalse();
    }

    @Test
    void resourcesAreTakenFromInsideTheirDirectoryOnly(@TempDir Path dir) throws Exception {
        Path base = Files.createDirectories(dir.resolve("base/img"));
        Files.write(base.resolve("a.png"), new byte[] {1});
        Files.write(dir.resolve("secret.png"), new byte[] {2});
        Files.createSymbolicLink(base.resolve("link.png"), dir.resolve("secret.png"));
        String html = "<img src=\"img/a.png\"><img src='../secret.png'><img src='img/link.png'><img src='"
                + dir.resolve("secret.png") + "'><img src='https://example.org/x.png'><img src=\"img/a.png\">";
        Message message = Message.parse(Message.compose()
                .html(html)
                .inlineFrom(dir.resolve("base"))
                .build()
                .toBytes());
        String read = message.html().orElseThrow();
        assertThat(read).contains("'../secret.png'").contains("'img/link.png'").contains("https://example.org/x.png");
        String id = read.substring(read.indexOf("cid:") + 4, read.indexOf('"', read.indexOf("cid:")));
        assertThat(message.inline(id).orElseThrow().content().orElseThrow().bytes())
                .containsExactly(1);
        assertThat(message.attachments()).hasSize(1);
    }

    @Test
    void dataSourcesGoInAndComeOut() throws Exception {
        Part part = Message.compose()
                .attach("a.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII))
                .build()
                .attachments()
                .get(0);
        DataSource data = part.dataSource().orElseThrow();
        assertThat(data.getName()).isEqualTo("a.pdf");
        Message again = Message.compose().attach(data).build();
        try (InputStream in =
                again.attachments().get(0).dataSource().orElseThrow().getInputStream()) {
            assertThat(in.readAllBytes()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(again.attachments().get(0).contentType().is("application/pdf"))
                .isTrue();
    }

    @Test
    void aMissingFileFailsWhenTheMessageIsBuilt() {
        Draft draft = Message.compose().attach(Path.of("no", "such", "file"));
        assertThatThrownBy(draft::build).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void fitForEncodesWhatATransportWouldHarmAndNothingElse() {
        Message message = Message.compose()
                .transport(TransferEncoding.EIGHT_BIT)
                .text("Grüße")
                .attach(Message.compose()
                        .transport(TransferEncoding.EIGHT_BIT)
                        .text("日本")
                        .build())
                .build();
        assertThat(message.needs()).isEqualTo(TransferEncoding.EIGHT_BIT);
        assertThat(message.fitFor(TransferEncoding.EIGHT_BIT)).isSameAs(message);
        Message seven = message.fitFor(TransferEncoding.SEVEN_BIT);
        assertThat(seven.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        assertThat(Message.parse(seven.toBytes()).text()).contains("Grüße");
        assertThat(Message.parse(seven.toBytes()).findings()).isEmpty();
    }

    @Test
    void fitForNeverChangesASignedPart() {
        Part text = Part.of(
                Header.empty(),
                Content.of(
                        Source.of("ü".getBytes(StandardCharsets.UTF_8)),
                        ContentType.of("text", "plain").with("charset", "utf-8"),
                        TransferEncoding.EIGHT_BIT));
        Message message = Message.of(
                Part.of(Header.empty(), Parts.of(ContentType.of("multipart", "signed"), List.of(text, text))));
        assertThatThrownBy(() -> message.fitFor(TransferEncoding.SEVEN_BIT))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("signed");
    }

    @Test
    void anAnswerNamesTheThread() {
        Message first = Message.compose().messageId("1@example.org").build();
        Message second =
                Message.compose().messageId("2@example.org").inReplyTo(first).build();
        Message third = Message.compose().inReplyTo(second).build();
        assertThat(third.header().first("In-Reply-To").orElseThrow().value()).isEqualTo("<2@example.org>");
        assertThat(third.header().first("References").orElseThrow().value())
                .isEqualTo("<1@example.org> <2@example.org>");
    }

    @Test
    void anEditReplacesRemovesAndAddsSinglePartsOnly() {
        String raw = "Content-Type: multipart/mixed; boundary=b\n\npre\n--b\nX:1\n\none\n--b  \n\ntwo\n--b--\nepi";
        Message message = Message.parse(raw.getBytes(StandardCharsets.US_ASCII));
        Part two = message.root().parts().get(1);
        Part changed = two.with(Content.of(
                Source.of("2".getBytes(StandardCharsets.US_ASCII)), ContentType.PLAIN, TransferEncoding.SEVEN_BIT));
        assertThat(ascii(message.edit().replace(two, changed).build())).isEqualTo(raw.replace("two", "2"));
        assertThat(ascii(message.edit().remove(two).build())).isEqualTo(raw.replace("\n--b  \n\ntwo", ""));
        assertThat(ascii(message.edit().attach(changed).build()))
                .isEqualTo(raw.replace("two\n--b--", "two\r\n--b\r\n\n2\n--b--"));
        assertThat(message.edit().build()).isSameAs(message);
    }

    @Test
    void furtherFormsOfTheTextStandBetweenThePlainOneAndTheHtml() {
        Message message = Message.compose()
                .html("<p>Hello")
                .alternative(ContentType.of("text", "markdown"), "# H\u00E9llo")
                .text("Hello")
                .build();
        Message read = Message.parse(message.toBytes());
        assertThat(read.root().contentType().is("multipart/alternative")).isTrue();
        assertThat(read.root().parts())
                .extracting(part -> part.contentType().subtype())
                .containsExactly("plain", "markdown", "html");
        assertThat(read.root().parts().get(1).content().orElseThrow().text()).isEqualTo("# H\u00E9llo");
        assertThatThrownBy(() -> Message.compose().alternative(ContentType.OCTETS, "x"))
                .isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> message.edit()
                        .alternative(ContentType.of("text", "markdown"), "x")
                        .build())
                .isInstanceOf(MimeException.class);
    }

    @Test
    void ofTwoEncodingsTheShorterIsTakenAlsoForAFewOctets() {
        assertThat(encoding("oooooooo\u00F5")).isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
        assertThat(encoding("oooooo\u00F5")).isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
        assertThat(encoding("H\u00E9llo")).isEqualTo(TransferEncoding.BASE64);
        assertThat(encoding("\u00F5")).isEqualTo(TransferEncoding.BASE64);
    }

    private static TransferEncoding encoding(String text) {
        return Message.compose()
                .text(text)
                .build()
                .root()
                .content()
                .orElseThrow()
                .encoding();
    }
}
