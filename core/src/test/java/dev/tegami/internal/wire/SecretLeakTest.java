package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.NetException;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.SecretScan;
import dev.tegami.testkit.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret, or its base64, is in no trace, no exception and no text of an option. */
@Timeout(60)
class SecretLeakTest {
    private static final String SECRET = "Tr0ub4dor-and-3";

    private static Credentials credentials(String mechanism) {
        return mechanism.contains("OAUTH")
                ? Credentials.token("ada", fresh -> SECRET).only(mechanism)
                : Credentials.password("ada", SECRET).only(mechanism);
    }

    /** A server that refuses everything and says back whatever it heard, in clear and in base64. */
    private static void echo(dev.tegami.testkit.Talk talk) throws java.io.IOException {
        talk.send("220 hello");
        for (String line = talk.line(); line != null; line = talk.line()) {
            if (line.equals("AUTH LOGIN") || line.equals("YWRh")) {
                talk.send("334 VXNlcm5hbWU6");
            } else if (line.equals("AUTH CRAM-MD5")) {
                talk.send("334 PDFAeD4=");
            } else {
                talk.send("535 refused: " + line + " " + SECRET + " "
                        + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-256", "OAUTHBEARER", "XOAUTH2"})
    void aServerThatTellsSecretsIsNotRepeated(String mechanism) {
        SecretScan scan = new SecretScan(SECRET);
        try (ScriptedServer server = ScriptedServer.implicitTls(SecretLeakTest::echo)) {
            ConnectOptions options = Wires.options(server).trace(scan.trace()).credentials(credentials(mechanism));
            scan.see(options.toString());
            try (Wire wire = Wire.dial(options, Wires.TEST)) {
                wire.line();
                assertThatThrownBy(() -> new SaslExchange(wire, new PlainCarrier(wire))
                                .login(List.of(mechanism), credentials(mechanism)))
                        .isInstanceOf(AuthenticationFailed.class)
                        .satisfies(scan::see);
            }
        }
        scan.assertNothingLeaked();
    }

    @Test
    void aConnectionCutAnywhereTellsNothing() {
        SecretScan scan = new SecretScan(SECRET);
        String plain = Base64.getEncoder().encodeToString(("\0ada\0" + SECRET).getBytes(StandardCharsets.UTF_8));
        Transcript dialogue = Transcript.parse(
                "inline",
                "provenance: RFC 4954 section 4\nS: 220 hello\nC: AUTH PLAIN " + plain + "\nS: 235 welcome\n");
        Replay.of(dialogue, Wires.TEST)
                .options(options -> options.trace(scan.trace()))
                .cutAtEveryByte(wire -> {
                    try {
                        wire.line();
                        new SaslExchange(wire, new PlainCarrier(wire)).login(List.of("PLAIN"), credentials("PLAIN"));
                    } catch (NetException e) {
                        scan.see(e);
                        throw e;
                    }
                });
        scan.assertNothingLeaked();
    }
}
