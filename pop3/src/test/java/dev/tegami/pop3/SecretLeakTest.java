package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.SecretScan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretLeakTest {
    private static final String SECRET = "wonderland-s3cret";

    @ParameterizedTest
    @CsvSource({
        "USER, USER, 'C: USER ada\nS: +OK\nC: PASS wonderland-s3cret'",
        "APOP, USER, 'C: APOP ada …'",
        "PLAIN, SASL PLAIN, 'C: AUTH PLAIN …'",
        "LOGIN, SASL LOGIN, 'C: AUTH LOGIN\nS: + VXNlcm5hbWU6\nC: …\nS: + UGFzc3dvcmQ6\nC: …'",
        "CRAM-MD5, SASL CRAM-MD5, 'C: AUTH CRAM-MD5\nS: + PDEuMkB4Pg==\nC: …'",
    })
    void aServerThatRepeatsThePasswordGivesNothingAway(String mechanism, String offered, String login)
            throws Exception {
        SecretScan scan = new SecretScan(SECRET);
        Sessions.dialogue(offered, login, "S: -ERR [AUTH] no " + SECRET)
                .options(options -> options.credentials(
                                Credentials.password("ada", SECRET).only(mechanism))
                        .trace(scan.trace()))
                .whole(wire -> {
                    Throwable error = catchThrowable(() -> Sessions.over(wire));
                    assertThat(error).isInstanceOf(AuthenticationFailed.class);
                    scan.see(error);
                });
        assertThat(scan.seen()).isNotEmpty();
        scan.assertNothingLeaked();
    }
}
