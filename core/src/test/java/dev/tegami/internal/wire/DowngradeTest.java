package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Security;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.SecretScan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing weaker is used because somebody on the path wants it so. */
@Timeout(60)
class DowngradeTest {
    private static final Credentials ADA = Credentials.password("ada", "pencil-and-engine");

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String login(Wire wire, Credentials credentials, String... offered) {
        wire.line();
        return new SaslExchange(wire, new PlainCarrier(wire)).login(List.of(offered), credentials);
    }

    @Test
    void withoutTlsNoPasswordTravelsEvenWhereTlsIsOptional() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("220 hello");
            assertThat(talk.line()).isNull();
        })) {
            ConnectOptions options = Wires.options(server);
            Security optional = Security.STARTTLS_OPPORTUNISTIC;
            try (Wire wire = Wire.dial(options.server(options.server().security(optional)), Wires.TEST)) {
                assertThatThrownBy(() -> login(wire, ADA, "PLAIN", "LOGIN"))
                        .isInstanceOfSatisfying(
                                AuthenticationFailed.class,
                                e -> assertThat(e.why()).isEqualTo(Denial.NEEDS_TLS));
            }
        }
    }

    @Test
    void aServerThatSucceedsWithoutItsProofIsNotBelieved() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello").line();
                    talk.send("235 welcome");
                });
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(() -> login(wire, ADA, "SCRAM-SHA-256"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.SERVER_NOT_PROVEN));
            assertThatThrownBy(wire::line).isInstanceOf(dev.tegami.net.NetException.class);
        }
    }

    @Test
    void aHiddenOfferOfChannelBindingIsNoticed() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    assertThat(talk.line())
                            .startsWith(
                                    "AUTH SCRAM-SHA-256 " + base64("y,,n=ada").substring(0, 8));
                    talk.send("334 " + base64("e=server-does-support-channel-binding"));
                });
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(() -> login(wire, ADA, "SCRAM-SHA-256"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.DOWNGRADE));
        }
    }

    @Test
    void aRefusedChannelBindingGivesWayInTheOpen() {
        SecretScan scan = new SecretScan("pencil-and-engine");
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    // tls-exporter where the JDK can (25), tls-server-end-point elsewhere
                    assertThat(talk.line()).startsWith("AUTH SCRAM-SHA-256-PLUS " + base64("p=tls-"));
                    talk.send("535 no such binding");
                    assertThat(talk.line())
                            .startsWith(
                                    "AUTH SCRAM-SHA-256 " + base64("n,,n=ada").substring(0, 8));
                    talk.send("535 wrong");
                });
                Wire wire = Wire.dial(Wires.options(server).trace(scan.trace()), Wires.TEST)) {
            Credentials both = ADA.only("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256");
            assertThatThrownBy(() -> login(wire, both, "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class,
                            e -> assertThat(e.mechanism()).contains("SCRAM-SHA-256"));
        }
        assertThat(scan.seen()).contains("-- channel binding refused, SCRAM-SHA-256-PLUS gives way to SCRAM-SHA-256");
    }

    /** The server's first message to a client that has just sent its own. */
    private static String first(String authLine) {
        String initial = new String(
                Base64.getDecoder().decode(authLine.substring(authLine.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8);
        return base64("r=" + initial.replaceFirst(".*,r=", "") + "x,s=c2FsdHNhbHQ=,i=4096");
    }

    @Test
    void aBindingThatIsRefusedOnlyWithTheProofGivesWayToo() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    talk.send("334 " + first(String.valueOf(talk.line()))).line();
                    talk.send("535 5.7.8 authentication failed: bad protocol / cancel");
                    assertThat(talk.line())
                            .startsWith(
                                    "AUTH SCRAM-SHA-256 " + base64("n,,n=ada").substring(0, 8));
                    talk.send("535 wrong");
                });
                Wire wire = Wires.dial(server)) {
            Credentials both = ADA.only("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256");
            assertThatThrownBy(() -> login(wire, both, "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class,
                            e -> assertThat(e.mechanism()).contains("SCRAM-SHA-256"));
        }
    }

    @ParameterizedTest
    @CsvSource({"535 5.7.8 authentication failure, WRONG_CREDENTIALS", "535 channel binding failure, DOWNGRADE"})
    void aProofThatIsRefusedWithABindingGetsNoSecondTry(String refusal, Denial why) {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    talk.send("334 " + first(String.valueOf(talk.line()))).line();
                    talk.send(refusal);
                    assertThat(talk.line()).isNull();
                });
                Wire wire = Wires.dial(server)) {
            Credentials both = ADA.only("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256");
            assertThatThrownBy(() -> login(wire, both, "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(why));
        }
    }

    @Test
    void aBindingDemandedByNameIsNotGivenUp() {
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello").line();
                    talk.send("535 no such binding");
                    assertThat(talk.line()).isNull();
                });
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(() -> login(wire, ADA.only("SCRAM-SHA-256-PLUS"), "SCRAM-SHA-256-PLUS", "PLAIN"))
                    .isInstanceOf(AuthenticationFailed.class);
        }
    }

    @Test
    void aRefusedTokenIsRenewedOnce() {
        Credentials token =
                Credentials.token("ada", freshness -> freshness.name().equals("NEW") ? "second" : "first0");
        String error = base64("{\"status\":\"invalid_token\"}");
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    talk.expect("AUTH XOAUTH2 " + base64("user=ada\1auth=Bearer first0\1\1"));
                    talk.send("334 " + error).expect("").send("535 expired");
                    talk.expect("AUTH XOAUTH2 " + base64("user=ada\1auth=Bearer second\1\1"));
                    talk.send("235 welcome");
                });
                Wire wire = Wires.dial(server)) {
            assertThat(login(wire, token, "XOAUTH2")).isEqualTo("XOAUTH2");
        }
    }

    @Test
    void aTokenRefusedTwiceIsTold() {
        String error = base64("{\"status\":\"invalid_token\",\"scope\":\"mail\"}");
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
                    talk.send("220 hello");
                    for (int i = 0; i < 2; i++) {
                        talk.line();
                        talk.send("334 " + error).expect("AQ==").send("535 expired");
                    }
                    assertThat(talk.line()).isNull();
                });
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(() -> login(wire, Credentials.token("ada", fresh -> "stale1"), "OAUTHBEARER"))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.TOKEN_REFUSED))
                    .hasMessageContaining("invalid_token");
        }
    }

    @Test
    void aLostConnectionInTheLoginIsNoWrongPassword() {
        try (ScriptedServer server = ScriptedServer.implicitTls(
                        talk -> talk.send("220 hello").line());
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(() -> login(wire, ADA, "PLAIN")).isInstanceOf(ConnectionLost.class);
        }
    }
}
