package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.SecretScan;
import dev.tegami.testkit.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaslExchangeTest {
    private static final Protocol TEST = Protocol.of("smtp", 587, 465);
    private static final Credentials TIM = Credentials.password("tim", "tanstaaftanstaaf");

    private static Replay replay(String text) {
        return Replay.of(Transcript.parse("inline", "provenance: RFC 4954 section 4\n" + text), TEST);
    }

    private static void login(Wire wire, String mechanism) {
        wire.line();
        new SaslExchange(wire, new PlainCarrier(wire)).login(List.of(mechanism), TIM);
        wire.begin("QUIT", wire.options().deadlines().command());
        wire.text("QUIT").crlf().flush();
        wire.line();
    }

    @Test
    void plainGoesInOneMessage() throws Exception {
        replay("""
                        S: 220 hello
                        C: AUTH PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm
                        S: 235 in
                        C: QUIT
                        S: 221 bye
                        """).everyWay(wire -> login(wire, "PLAIN"));
    }

    @Test
    void loginAnswersWhateverIsAsked() throws Exception {
        replay("""
                        S: 220 hello
                        C: AUTH LOGIN
                        S: 334 not base64!
                        C: dGlt
                        S: 334 UGFzc3dvcmQ6
                        C: dGFuc3RhYWZ0YW5zdGFhZg==
                        S: 235 in
                        C: QUIT
                        S: 221 bye
                        """).everyWay(wire -> login(wire, "LOGIN"));
    }

    @Test
    void aWrongPasswordIsToldWithoutShowingIt() throws Exception {
        SecretScan scan = new SecretScan("tanstaaftanstaaf");
        replay("""
                        S: 220 hello
                        C: AUTH PLAIN AHRpbQB0YW5zdGFhZnRhbnN0YWFm
                        S: 535 no, tanstaaftanstaaf and dGFuc3RhYWZ0YW5zdGFhZg== and AHRpbQB0YW5zdGFhZnRhbnN0YWFm are wrong
                        """)
                .options(options -> options.trace(scan.trace()))
                .whole(wire -> assertThatThrownBy(() -> login(wire, "PLAIN"))
                        .satisfies(scan::see)
                        .isInstanceOfSatisfying(AuthenticationFailed.class, e -> {
                            assertThat(e.why()).isEqualTo(Denial.WRONG_CREDENTIALS);
                            assertThat(e.serverText()).contains("535 no");
                        }));
        scan.assertNothingLeaked();
        assertThat(scan.seen()).contains("C: AUTH PLAIN ***");
    }
}
