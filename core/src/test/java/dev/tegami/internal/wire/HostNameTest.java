package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    /** The first two are other people's hosts by IDNA2003. */
    @ParameterizedTest
    @CsvSource({
        "stra\u00DFe.example, xn--strae-oqa.example",
        "\u03BF\u03B4\u03CC\u03C2.example, xn--pxavk3b.example",
        "B\u00DCcher.Example, xn--bcher-kva.example",
        "\u65E5\u672C\u8A9E\u3002jp, xn--wgv71a119e.jp",
        "Mail.EXAMPLE.org., mail.example.org",
        "mail_1.example, mail_1.example",
    })
    void namesAreAskedForByIdna2008(String host, String ascii) throws UnknownHostException {
        assertThat(HostName.ascii(host)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2603.example", "a\u200Db.example", "\u0301a.example"})
    void aNameThatNobodyCanRegisterIsRefused(String host) {
        assertThatThrownBy(() -> HostName.ascii(host))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("IDNA2008");
    }

    @Test
    void suchANameFailsToConnect() {
        ConnectOptions options = ConnectOptions.of(new Server("\u2603.example", 25, Security.INSECURE_PLAINTEXT));
        assertThatThrownBy(() -> Wire.dial(options, Wires.TEST)).isInstanceOf(ConnectFailed.class);
    }

    @Test
    void literalsAreNoNames() {
        assertThat(HostName.isAddress("127.0.0.1")).isTrue();
        assertThat(HostName.isAddress("::1")).isTrue();
        assertThat(HostName.isAddress("1.2.3.example")).isFalse();
        assertThat(HostName.isAddress("1.2.3")).isFalse();
    }
}
