package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.SecretScan;
import dev.tegami.testkit.Transcript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretLeakTest {
    private static final String SECRET = "wonderland-s3cret";

    @ParameterizedTest
    @CsvSource({"'', LOGIN …", "AUTH=PLAIN SASL-IR, AUTHENTICATE PLAIN …"})
    void aServerThatRepeatsThePasswordGivesNothingAway(String offered, String login) throws Exception {
        SecretScan scan = new SecretScan(SECRET);
        String dialogue = "provenance: RFC 9051 section 6.2\n"
                + "S: * OK [CAPABILITY IMAP4rev1 " + offered + "] hello\nC: A1 " + login
                + "\nS: A1 NO [AUTHENTICATIONFAILED] no " + SECRET + "\n";
        Replay.of(Transcript.parse("login", dialogue), Sessions.IMAP)
                .options(options ->
                        options.credentials(Credentials.password("ada", SECRET)).trace(scan.trace()))
                .whole(wire -> {
                    Throwable error = catchThrowable(() -> Sessions.over(wire));
                    assertThat(error).isInstanceOf(AuthenticationFailed.class);
                    scan.see(error);
                });
        scan.assertNothingLeaked();
    }
}
