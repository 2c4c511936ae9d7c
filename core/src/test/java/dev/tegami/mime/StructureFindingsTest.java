package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage of the structure is told with its place, loses no octet, and is refused by a strict parse. */
class StructureFindingsTest {
    private static final String MULTIPART = "Content-Type: multipart/mixed; boundary=b~";

    private static byte[] octets(String text) {
        return text.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JUNK_IN_HEADER|6|A: b~no field at all~C: d~~text",
                "MBOX_LINE|0|From ada Tue Mar  3 10:00:00 2026~A: b~~text",
                "MISSING_BLANK_LINE|6|A: b~Good morning, this is text~and more of it",
                "MISSING_BOUNDARY|-2|Content-Type: multipart/mixed~~--x~~text~--x--",
                "MISSING_DELIMITER|-2|Content-Type: multipart/mixed; boundary=b~~text without any",
                "MISSING_CLOSE_DELIMITER|-2|Content-Type: multipart/mixed; boundary=b~~--b~~text~",
                "ENCODED_MULTIPART|-2|Content-Type: multipart/mixed; boundary=b~Content-Transfer-Encoding: base64~~--b~~x~--b--",
                "UNKNOWN_ENCODING|-2|Content-Transfer-Encoding: x-rot13~~grkg",
                "UNKNOWN_CHARSET|-1|Content-Type: text/plain; charset=x-klingon~~text",
                "BAD_DATE|-1|Date: the day before yesterday~~text",
                "BAD_ADDRESS|-1|From: Ada~~text"
            })
    void eachKindIsFound(Finding.Kind kind, int place, String text) throws IOException {
        Message message = Message.parse(octets(text));
        assertThat(message.findings()).extracting(Finding::kind).containsExactly(kind);
        Finding finding = message.findings().get(0);
        assertThat(finding.detail()).isNotBlank().doesNotContain("\r", "\n");
        if (place == -2) {
            assertThat(finding.offset()).isBetween(0L, (long) octets(text).length);
        } else {
            assertThat(finding.offset()).isEqualTo(place);
        }
        assertThat(message.toBytes()).isEqualTo(octets(text));
        assertThatThrownBy(() -> Message.parse(Source.of(octets(text)), ParseOptions.strict()))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining(kind.name());
    }

    @Test
    void junkBetweenFieldsHidesNoField() {
        Message message = Message.parse(octets("A: b~no field at all~Subject: s~~text"));
        assertThat(message.subject()).contains("s");
        assertThat(message.text()).contains("text");
    }

    @Test
    void aDelimiterEndsAHeaderThatLacksItsEmptyLine() {
        Message message = Message.parse(octets(MULTIPART + "~--b~A: c~--b~~second~--b--"));
        assertThat(message.root().parts()).hasSize(2);
        assertThat(message.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.MISSING_BLANK_LINE);
    }

    @Test
    void aMultipartWithoutBoundaryIsReadAsContent() {
        Message message = Message.parse(octets("Content-Type: multipart/mixed~~--x~~text~--x--"));
        assertThat(message.root().parts()).isEmpty();
        assertThat(message.root().content().orElseThrow().bytes()).isEqualTo(octets("--x~~text~--x--"));
    }

    @Test
    void preambleAndEpilogueAreKeptAndBelongToNoPart() {
        Message message = Message.parse(octets(MULTIPART + "~before~--b~~text~--b--~after~"));
        Parts parts = (Parts) message.root().body();
        assertThat(parts.preamble()).isEqualTo("before");
        assertThat(parts.epilogue()).isEqualTo("after\r\n");
        assertThat(message.findings()).isEmpty();
        assertThat(message.text()).contains("text");
    }
}
