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
import javax.security.auth.Subject;
import javax.security.sasl.SaslClient;
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

    /** What a caller may bring: it says back what the server says. */
    private static final class Echo implements SaslClient {
        private boolean complete;

        @Override
        public String getMechanismName() {
            return "X-ECHO";
        }

        @Override
        public boolean hasInitialResponse() {
            return false;
        }

        @Override
        public byte[] evaluateChallenge(byte[] challenge) {
            complete = true;
            return challenge.clone();
        }

        @Override
        public boolean isComplete() {
            return complete;
        }

        @Override
        public byte[] unwrap(byte[] incoming, int offset, int length) {
            throw new IllegalStateException("no layer");
        }

        @Override
        public byte[] wrap(byte[] outgoing, int offset, int length) {
            throw new IllegalStateException("no layer");
        }

        @Override
        public Object getNegotiatedProperty(String name) {
            return "auth";
        }

        @Override
        public void dispose() {
            complete = false;
        }
    }

    @Test
    void aMechanismOfTheCallersOwnServes() throws Exception {
        replay("""
                        S: 220 hello
                        C: AUTH X-ECHO
                        S: 334 cGluZw==
                        C: cGluZw==
                        S: 235 in
                        """).everyWay(wire -> {
            wire.line();
            Credentials own = Credentials.mechanism("X-ECHO", Echo::new);
            new SaslExchange(wire, new PlainCarrier(wire)).login(List.of("PLAIN", "X-ECHO"), own);
        });
    }

    @Test
    void withoutATicketNothingIsSent() throws Exception {
        replay("""
                        S: 220 hello
                        C: QUIT
                        S: 221 bye
                        """).everyWay(wire -> {
            wire.line();
            assertThatThrownBy(() -> new SaslExchange(wire, new PlainCarrier(wire))
                            .login(List.of("GSSAPI"), Credentials.kerberos("tim", new Subject())))
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.NO_TICKET))
                    .hasMessageContaining("GSSAPI");
            wire.begin("QUIT", wire.options().deadlines().command());
            wire.text("QUIT").crlf().flush();
            wire.line();
        });
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
