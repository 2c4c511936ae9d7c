package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.net.TlsFailed;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that were never updated are refused, by the version that they want. */
@Timeout(60)
class OldTlsTest {
    /** A ServerHello of TLS 1.1 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, as a record. */
    private static final String HELLO_1_1 =
            "\26\3\2\0\52" + "\2\0\0\46" + "\3\2" + "r".repeat(32) + "\0" + "\300\23" + "\0";

    /** The alert protocol_version. */
    private static final String ALERT = "\25\3\1\0\2\2\106";

    private static TlsFailed refusal(String answer) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.read(5);
            talk.raw(answer).drain();
        })) {
            ConnectOptions options = Wires.options(server);
            ConnectOptions tls = options.server(options.server().security(Security.IMPLICIT_TLS));
            var caught = new TlsFailed[1];
            assertThatThrownBy(() -> Wire.dial(tls, Wires.TEST))
                    .isInstanceOfSatisfying(TlsFailed.class, e -> caught[0] = e);
            return caught[0];
        }
    }

    @Test
    void theVersionThatTheServerChoosesIsNamed() {
        assertThat(refusal(HELLO_1_1))
                .hasMessageContaining("the server wants TLS 1.1, the least here is TLS 1.2")
                .extracting(TlsFailed::advice)
                .asString()
                .contains("have the server updated");
    }

    @Test
    void aServerThatKnowsNoneOfOursIsToldApartFromABadCertificate() {
        assertThat(refusal(ALERT))
                .hasMessageContaining("none of the versions offered")
                .extracting(TlsFailed::advice)
                .asString()
                .contains("have the server updated");
    }

    @Test
    void aPortThatGreetsInClearIsSaidToBeOne() {
        assertThat(refusal("220 mail.example.org ESMTP\r\n"))
                .hasMessageContaining("the server does not begin with TLS")
                .extracting(TlsFailed::advice)
                .asString()
                .contains("startTls()");
    }
}
