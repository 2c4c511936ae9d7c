package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.sasl.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line end from outside never becomes a line end on the wire, nor does a character that narrows to one. */
class CrlfInjectionTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Wire wire = Wire.over(
            new Pieces() {
                @Override
                public OutputStream output() {
                    return sent;
                }
            },
            ConnectOptions.of(new Server("localhost", 1, Security.INSECURE_PLAINTEXT)),
            Wires.TEST);

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nDELE 1", "a\rb", "a\nb", "a\0b", "\uD83D", "\uDE00x"})
    void noPartOfACommandHoldsALineEnd(String bad) {
        assertThatThrownBy(() -> wire.text(bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wire.secret(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(bad);
        wire.flush();
        assertThat(sent.size()).isZero();
    }

    @Test
    void charactersAreNeverNarrowed() {
        wire.text("\u760D\u760Ax").crlf().flush();
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("\u760D\u760Ax\r\n");
        assertThat(sent.toByteArray()).containsSequence(0xE7, 0x98, 0x8D, 0xE7, 0x98, 0x8A);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada\r\nQUIT", "ada\n", "ada\0"})
    void userNamesAndPasswordsAreRefusedBeforeAnythingIsSent(String bad) {
        assertThatThrownBy(() -> Credentials.password(bad, "secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.password("ada", bad)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.token(bad, fresh -> "t")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.external().actingAs(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org\r\nX: y", "a b", "", "a\0", "a\u0085b"})
    void hostNamesAreRefused(String bad) {
        assertThatThrownBy(() -> new Server(bad, 25, Security.STARTTLS_REQUIRED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
