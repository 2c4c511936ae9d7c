package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Security;
import dev.tegami.net.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of RFC 5530 has a type, in any case, and errors say what it means. */
class ResponseCodeTest {
    private static ImapRefused refused(String code) {
        Server server = new Server("imap.example.org", 993, Security.IMPLICIT_TLS);
        return new ImapRefused(server, "CREATE", new ResponseCode(code, ""), "no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNAVAILABLE",
                "AUTHENTICATIONFAILED",
                "AUTHORIZATIONFAILED",
                "EXPIRED",
                "PRIVACYREQUIRED",
                "CONTACTADMIN",
                "NOPERM",
                "INUSE",
                "EXPUNGEISSUED",
                "CORRUPTION",
                "SERVERBUG",
                "CLIENTBUG",
                "CANNOT",
                "LIMIT",
                "OVERQUOTA",
                "ALREADYEXISTS",
                "NONEXISTENT",
                "TRYCREATE",
                "HASCHILDREN",
                "TOOBIG"
            })
    void everyCodeHasAType(String name) {
        assertThat(new ResponseCode(name, "").known().name()).isEqualTo(name);
        assertThat(new ResponseCode(name.toLowerCase(java.util.Locale.ROOT), "")
                        .known()
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, true, again later",
        "INUSE, true, again later",
        "OVERQUOTA, false, room",
        "NONEXISTENT, false, create the folder",
        "TRYCREATE, false, create the folder",
        "NOPERM, false, owner",
        "HASCHILDREN, false, below"
    })
    void errorsSayWhetherToTryAgainAndWhatToDo(String code, boolean passes, String advice) {
        assertThat(refused(code).isTransient()).isEqualTo(passes);
        assertThat(refused(code).advice()).contains(advice);
        assertThat(refused(code)).hasMessageContaining(code);
    }

    @Test
    void anyOtherCodeKeepsItsName() {
        assertThat(new ResponseCode("XYZZY", "1").known()).isEqualTo(ResponseCode.Known.OTHER);
        assertThat(refused("XYZZY").code().name()).isEqualTo("XYZZY");
    }
}
