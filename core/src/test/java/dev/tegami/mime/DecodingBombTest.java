package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message makes of the memory is bounded, and the bound has a name. */
class DecodingBombTest {
    private static final ParseOptions SMALL =
            ParseOptions.lenient().limits(Limits.standard().memory(1000).decoded(1000));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Message parse(String text) throws IOException {
        return Message.parse(Source.of(bytes(text)), SMALL);
    }

    @Test
    void aDecodedBodyOverTheLimitIsAnErrorWithItsNameAndCanStillBeStreamed() throws IOException {
        for (String head : new String[] {
            "", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n"
        }) {
            Content content =
                    parse(head + "\r\n" + "QUJD".repeat(400)).root().content().orElseThrow();
            for (Runnable call : new Runnable[] {content::bytes, content::text}) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(LimitExceeded.class)
                        .hasMessageContaining("Limits.memory = 1000")
                        .satisfies(error ->
                                assertThat(((LimitExceeded) error).advice()).contains("stream"));
            }
            assertThat(content.decoded().open().readAllBytes().length).isGreaterThan(1000);
        }
    }

    @Test
    void aDecodedBodyThatJustFitsIsRead() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(new byte[1000]);
        Content content = parse("Content-Transfer-Encoding: base64\r\n\r\n" + encoded)
                .root()
                .content()
                .orElseThrow();
        assertThat(content.bytes()).hasSize(1000);
        assertThat(content.text()).hasSize(1000);
    }

    @Test
    void aFileRegionOverTheLimitIsNotTakenIntoMemory(@TempDir Path dir) throws IOException {
        Path file = Files.write(dir.resolve("a.eml"), bytes("A: b\r\n\r\n" + "x".repeat(1001)));
        Content content = Message.parse(Source.of(file), SMALL).root().content().orElseThrow();
        assertThatThrownBy(content::bytes).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void manyTextsTogetherAreBoundedAndSoAreTheCharactersThatHtmlEscapes() throws IOException {
        String texts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + ("--b\r\n\r\n" + "x".repeat(600) + "\r\n").repeat(2) + "--b--\r\n";
        Message message = parse(texts);
        assertThatThrownBy(message::text).isInstanceOf(LimitExceeded.class);
        String html = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + "&".repeat(600)
                + "\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--\r\n";
        assertThatThrownBy(parse(html)::html).isInstanceOf(LimitExceeded.class);
    }

    @Test
    void messagesBehindEncodingsAreDecodedToABoundAllTogether() throws IOException {
        String message = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
        Message deep = Message.parse(
                Source.of(bytes(message.repeat(50) + "x")),
                SMALL.limits(Limits.standard().decoded(6000)));
        assertThat(deep.root().body()).isInstanceOf(Embedded.class);
        assertThat(deep.findings()).extracting(Finding::kind).contains(Finding.Kind.DECODED_LIMIT);
        String wide = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + ("--b\r\n" + message + "A: " + "x".repeat(400) + "\r\n\r\n").repeat(10) + "--b--\r\n";
        Message many = parse(wide);
        assertThat(many.root().parts().stream().filter(part -> part.body() instanceof Embedded))
                .hasSize(2);
        assertThat(many.toBytes()).isEqualTo(bytes(wide));
    }

    @Test
    void aMessageBehindAnEncodingIsAskedForItsSizeBeforeItIsDecoded() throws IOException {
        String text = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + "QUJD".repeat(5000);
        Message large = parse(text);
        assertThat(large.root().body()).isInstanceOf(Content.class);
        assertThat(large.findings()).extracting(Finding::kind).contains(Finding.Kind.DECODED_LIMIT);
    }

    @Test
    void whatWasComposedHereIsTheCallersOwn() {
        byte[] octets = new byte[70 << 20];
        Part part =
                Message.compose().attach("a.bin", octets).build().attachments().get(0);
        assertThat(part.content().orElseThrow().bytes()).hasSize(octets.length);
    }
}
