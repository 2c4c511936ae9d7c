package dev.tegami.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    @ParameterizedTest
    @CsvSource({
        "Ok: queued as 4ZkX0q2, 4ZkX0q2",
        "OK id=1rABcd-0001xY-2f, 1rABcd-0001xY-2f",
        "1f2e3d4c Message accepted for delivery, 1f2e3d4c",
        "Ok 0100018ab-cd12-000000, 0100018ab-cd12-000000",
    })
    void queueIdsAreFound(String text, String id) {
        assertThat(QueueId.in(text)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ok", "Message received", ""})
    void aReplyWithoutIdHasNone(String text) {
        assertThat(QueueId.in(text)).isEmpty();
    }

    @Test
    void xtextEscapesWhatAParameterCannotHold() {
        assertThat(Xtext.encode("a+b=c d\u00fc")).isEqualTo("a+2Bb+3Dc+20d+C3+BC");
        assertThat(Xtext.unitext("j\u00fcr gen+x@b")).isEqualTo("j\u00fcr\\x{20}gen\\x{2B}x@b");
    }

    @Test
    void loneLineEndsBecomeCrlf() throws IOException {
        byte[] unix = "a\nb\r\nc\rd\n\n.\n".getBytes(StandardCharsets.ISO_8859_1);
        try (CrlfStream stream = new CrlfStream(new ByteArrayInputStream(unix))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("a\r\nb\r\nc\r\nd\r\n\r\n.\r\n");
        }
    }

    @Test
    void aPathKeepsItsBrackets() {
        assertThat(Paths.of(Mailbox.of("a b", "example.test"))).isEqualTo("<\"a b\"@example.test>");
        assertThat(Paths.of(Mailbox.of("x> SIZE=1", "example.test"))).isEqualTo("<\"x> SIZE=1\"@example.test>");
        assertThat(Paths.of(Mailbox.of("j", "b\u00fccher.test"))).isEqualTo("<j@xn--bcher-kva.test>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nRSET", "a\u760d\u760ab", "\u00e4.test"})
    void aClientNameIsOneWordOfAscii(String name) {
        assertThatThrownBy(() -> new Hello("EHLO", name)).isInstanceOf(IllegalArgumentException.class);
    }
}
