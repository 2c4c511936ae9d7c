package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.SecretScan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLeakTest {
    private static final String SECRET = "correct horse battery";

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void neitherTraceNorErrorShowsThePassword(String mechanism) {
        SecretScan scan = new SecretScan(SECRET);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "AUTH PLAIN LOGIN");
            String said = talk.line();
            if (mechanism.equals("LOGIN")) {
                talk.send("334 UGFzc3dvcmQ6");
                said = talk.line();
            }
            talk.send("535-5.7.8 no such password: " + SECRET).send("535 5.7.8 you said " + said);
            talk.drain();
        })) {
            Throwable error = catchThrowable(() -> at(server)
                    .trace(scan.trace())
                    .login(Credentials.password("alice", SECRET).only(mechanism))
                    .open());
            assertThat(error).hasMessageContaining("535");
            scan.see(error);
        }
        assertThat(scan.seen())
                .anyMatch(text -> text.startsWith("C: AUTH " + mechanism))
                .anyMatch(text -> text.startsWith("C: ") && text.endsWith("***"));
        scan.assertNothingLeaked();
    }
}
