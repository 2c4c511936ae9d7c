package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.sasl.Credentials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller gives can become a second command. */
class CrlfInjectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada\r\nDELE 1", "ada\n", "ada\r", "ada\0"})
    void aUserNameOrPasswordIsRefusedBeforeAConnectionIsMade(String evil) {
        assertThatThrownBy(() -> Pop3.at("localhost").login(evil, "secret"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pop3.at("localhost").login("ada", evil)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de\r\nDELE 1", "de en", "", "de\0", "\u760D\u760A"})
    void aLanguageTagIsRefusedBeforeAnythingIsSent(String evil) throws Exception {
        Sessions.dialogue("LANG").whole(wire -> {
            Pop3Session session = Sessions.over(wire);
            assertThatThrownBy(() -> session.language(evil)).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u760D\u760ADELE 1", "ad\u0110"})
    void charactersAreNeverNarrowed(String name) throws Exception {
        Sessions.dialogue("USER", "C: USER " + name, "S: +OK", "C: PASS x", "S: +OK")
                .options(options -> options.server(options.server())
                        .credentials(Credentials.password(name, "x").only("USER")))
                .whole(wire -> Sessions.over(wire));
    }
}
