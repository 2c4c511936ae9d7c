package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage in bodies is told, with its place; the body is read all the same. */
class BodyFindingsTest {
    private static byte[] octets(String text) {
        return text.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Finding> findings(String text) throws IOException {
        List<Finding> whole = Message.parse(octets(text)).findings();
        List<Finding> byOctet =
                Message.parse(Source.of(() -> Variants.oneByOne(octets(text)))).findings();
        assertThat(byOctet).isEqualTo(whole);
        return whole;
    }

    private static String base64(String body) {
        return "Content-Transfer-Encoding: base64~~" + body;
    }

    private static String quoted(String body) {
        return "Content-Transfer-Encoding: quoted-printable~~" + body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUJD", "QUI=~", "QQ==", "QU~JD~", "", " Q U J D "})
    void soundBase64HasNoFinding(String body) throws IOException {
        assertThat(findings(base64(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QU*D, 2", "QUI=QUJD, 4", "QUJ, 2", "Q===, 3", "QU\u00fcJD, 2"})
    void damagedBase64IsFoundAtItsFirstPlace(String body, int place) throws IOException {
        List<Finding> findings = findings(base64(body));
        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGED_BASE64);
        assertThat(findings.get(0).offset()).isEqualTo(octets(base64("")).length + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=3Db", "a=3db", "soft=~break", "soft= ~break", "", "tab\tx", "end="})
    void soundQuotedPrintableHasNoFinding(String body) throws IOException {
        assertThat(findings(quoted(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a=b, 1", "a=4, 1", "a=4x, 1", "a= b, 1", "\u00fc, 0", "=~ok=zz, 5"})
    void damagedQuotedPrintableIsFoundAtItsFirstPlace(String body, int place) throws IOException {
        List<Finding> findings = findings(quoted(body));
        assertThat(findings).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGED_QUOTED_PRINTABLE);
        assertThat(findings.get(0).offset()).isEqualTo(octets(quoted("")).length + place);
    }

    @Test
    void nulAndLineEndsThatStandAloneAreFoundOnceWithTheirNumber() throws IOException {
        assertThat(findings("A: b~~x\0y\0~a\rb\rc\n~d\r"))
                .containsExactly(
                        new Finding(Finding.Kind.NUL, 9, "NUL, 2 times"),
                        new Finding(Finding.Kind.BARE_CR, 15, "CR without LF, 3 times"),
                        new Finding(Finding.Kind.BARE_LF, 19, "LF without CR, 1 time"));
    }

    @Test
    void binaryContentMayHoldAnyOctets() throws IOException {
        assertThat(findings("Content-Type: multipart/mixed; boundary=b~~--b~Content-Type: application/x~"
                        + "Content-Transfer-Encoding: binary~~\0\n\r\0\r~--b~~text~--b--~"))
                .isEmpty();
    }

    @Test
    void everyBodyIsLookedAtOnItsOwn() throws IOException {
        String part = "--b~Content-Type: text/plain~";
        List<Finding> findings = findings("Content-Type: multipart/mixed; boundary=b~~" + part + base64("QU*D") + "~"
                + part + quoted("=") + "~" + part + quoted("=x") + "~" + part + base64("QUJD") + "~--b--~");
        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DAMAGED_BASE64, Finding.Kind.DAMAGED_QUOTED_PRINTABLE);
    }

    @Test
    void aStrictParseRefusesThem() {
        for (String text : List.of(base64("*"), quoted("=x"), "A: b~~\0", "A: b~~a\rb", "A: b~\nx")) {
            assertThatThrownBy(() -> Message.parse(Source.of(octets(text)), ParseOptions.strict()))
                    .isInstanceOf(MimeException.class)
                    .hasMessageContaining("at octet");
        }
    }

    @Test
    void whatIsComposedHasNone() {
        Message message = Message.compose()
                .from("ada@example.org")
                .text("Grüße\n=\u0001")
                .html("<p>議事録")
                .attach("a.bin", new byte[] {0, 13, 10, 13, 0, 10})
                .attach(Message.compose()
                        .transport(TransferEncoding.BINARY)
                        .text("x\0")
                        .build())
                .build();
        assertThat(message.findings()).isEmpty();
        assertThat(Message.parse(message.toBytes()).findings()).isEmpty();
    }

    @Test
    void strictParsingTakesAMessageAsAMaildirKeepsIt() throws IOException {
        String text = """
                From: a@b.example
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Transfer-Encoding: quoted-printable

                a=3Db soft=
                break
                --x
                Content-Transfer-Encoding: base64

                QUJD
                REVG
                --x--
                """;
        Message strict = Message.parse(Source.of(octets(text)), ParseOptions.strict());
        assertThat(strict.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.LF_LINES);
        assertThat(Message.parse(Source.of(octets(text.replace("\n", "~"))), ParseOptions.strict())
                        .findings())
                .isEmpty();
    }

    @Test
    void strictParsingRefusesLineEndsOfBothKinds() {
        byte[] smuggled = octets("From: a@b.example~~one~\n.\nFrom: c@d.example\n\ntwo~");
        assertThatThrownBy(() -> Message.parse(Source.of(smuggled), ParseOptions.strict()))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("BARE_LF");
    }
}
