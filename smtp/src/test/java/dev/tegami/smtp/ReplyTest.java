package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void theTextHasNoCodes() {
        Reply reply = new Reply(550, List.of("5.1.1 no such", "5.1.1 user"));
        assertThat(reply.text()).isEqualTo("no such\nuser");
        assertThat(reply).hasToString("550 5.1.1 no such / 5.1.1 user");
    }

    @ParameterizedTest
    @CsvSource({
        "5.01.001 gone, gone",
        "5.7.1, ''",
        "10.0.0.1 is blocked, 10.0.0.1 is blocked",
        "5.0.0.1 is blocked, 5.0.0.1 is blocked",
    })
    void aCodeEndsWhereItEnds(String line, String text) {
        assertThat(new Reply(550, List.of(line)).text()).isEqualTo(text);
    }

    @Test
    void controlsAreNotShown() {
        assertThat(new Reply(250, List.of("a\u001b[2J\rb"))).hasToString("250 a?[2J?b");
    }

    @ParameterizedTest
    @CsvSource({
        "550, 5.1.1 unknown, -1",
        "450, 4.2.0 greylisted, 30",
        "451, 4.7.1 later, 5",
        "452, 4.5.3 too many, 0",
        "452, too many recipients, 0",
        "452, disk full, 30",
        "421, bye, 5",
        "250, fine, -1",
    })
    void adviceFitsTheReply(int code, String text, long minutes) {
        Retry retry = Retry.after(new Reply(code, List.of(text)));
        assertThat(retry.after().map(d -> d.toMinutes()).orElse(-1L)).isEqualTo(minutes);
    }

    @Test
    void extensionsAreReadWhateverTheirForm() {
        Extensions extensions = Extensions.of(new Reply(
                250,
                List.of(
                        "host",
                        "size 1000",
                        "AUTH LOGIN PLAIN",
                        "AUTH=LOGIN XOAUTH2",
                        "",
                        "  8bitmime ",
                        "PIPELINING")));
        assertThat(extensions.size()).hasValue(1000);
        assertThat(extensions.mechanisms()).containsExactly("LOGIN", "PLAIN", "XOAUTH2");
        assertThat(extensions.has("8BITMIME")).isTrue();
        assertThat(extensions.has("SMTPUTF8")).isFalse();
        assertThat(extensions.keywords()).containsExactly("SIZE", "AUTH", "8BITMIME", "PIPELINING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIZE", "SIZE 0", "SIZE x", "SIZE -5", "SIZE 99999999999999999999"})
    void aSizeThatSaysNothingIsNoLimit(String line) {
        assertThat(Extensions.of(new Reply(250, List.of("host", line))).size()).isEmpty();
    }

    @Test
    void aReplyHasACodeAndALine() {
        assertThatThrownBy(() -> new Reply(199, List.of("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reply(250, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
