package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.sasl.TokenSource.Freshness;
import dev.tegami.testkit.Replay;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login sends, and what its refusals mean. */
class LoginTest {
    private static final Credentials ADA = Credentials.password("ada", "secret");

    private static Replay as(Credentials credentials, Replay replay) {
        return replay.options(options -> options.credentials(credentials));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"IN-USE, true", "LOGIN-DELAY, true", "SYS/TEMP/DISK, true", "SYS/PERM, false"})
    void aRefusalThatIsNoMatterOfCredentialsIsTypedAndSaysWhetherToTryAgain(String code, boolean isTransient)
            throws Exception {
        as(
                        ADA.only("USER"),
                        Sessions.dialogue(
                                "USER", "C: USER ada", "S: +OK", "C: PASS secret", "S: -ERR [" + code + "] not now"))
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire))
                        .isInstanceOfSatisfying(Pop3Refused.class, refused -> {
                            assertThat(refused.code()).contains(new ResponseCode(code));
                            assertThat(refused.isTransient()).isEqualTo(isTransient);
                            assertThat(refused.serverText()).isEqualTo("not now");
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "USER, -ERR [AUTH] no, WRONG_CREDENTIALS",
        "USER, -ERR no, WRONG_CREDENTIALS",
        "'USER\nAUTH-RESP-CODE', -ERR [AUTH] no, WRONG_CREDENTIALS",
        "'USER\nAUTH-RESP-CODE', -ERR come back later, REFUSED",
    })
    void aServerThatTellsCredentialsFromTroubleIsTakenAtItsWord(String capabilities, String refusal, Denial why)
            throws Exception {
        as(
                        ADA.only("USER"),
                        Sessions.dialogue(capabilities, "C: USER ada", "S: +OK", "C: PASS secret", "S: " + refusal))
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire))
                        .isInstanceOfSatisfying(
                                AuthenticationFailed.class,
                                e -> assertThat(e.why()).isEqualTo(why)));
    }

    @Test
    void inClearByChoiceApopIsPreferredToThePasswordItself() throws Exception {
        as(Credentials.password("mrose", "tanstaaf"), Sessions.raw("""
                                S: +OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>
                                C: CAPA
                                S: -ERR what?
                                C: APOP mrose c4c9334bac560ecc979e58001b3e22fb
                                S: +OK
                                C: NOOP
                                S: +OK
                                """))
                .whole(wire -> Sessions.over(wire).noop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a\\x80b@c>", "<no at sign>", "<@x>", "none", "<a@b\\x00>"})
    void aTimestampThatMayBeAForgersBlockIsNotDigested(String stamp) throws Exception {
        Replay replay = Sessions.raw("S: +OK ready " + stamp + "\nC: CAPA\nS: -ERR what?\n");
        as(ADA.only("APOP"), replay)
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire))
                        .isInstanceOfSatisfying(
                                AuthenticationFailed.class,
                                e -> assertThat(e.why()).isEqualTo(Denial.NO_COMMON_MECHANISM)));
    }

    @Test
    void aShortTokenGoesInOneLine() throws Exception {
        as(
                        Credentials.token("ada", fresh -> "short"),
                        Sessions.dialogue(
                                "SASL XOAUTH2",
                                "C: AUTH XOAUTH2 " + base64("user=ada\1auth=Bearer short\1\1"),
                                "S: +OK",
                                "C: NOOP",
                                "S: +OK"))
                .whole(wire -> Sessions.over(wire).noop());
    }

    @Test
    void aTokenTooLongForALineGoesAfterTheServersLeave() throws Exception {
        String token = "t".repeat(1500);
        as(
                        Credentials.token("ada", fresh -> token),
                        Sessions.dialogue(
                                "SASL XOAUTH2",
                                "C: AUTH XOAUTH2",
                                "S: + ",
                                "C: " + base64("user=ada\1auth=Bearer " + token + "\1\1"),
                                "S: +OK",
                                "C: NOOP",
                                "S: +OK"))
                .whole(wire -> Sessions.over(wire).noop());
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndTheErrorIsRead() throws Exception {
        String error = base64("{\"status\":\"401\",\"schemes\":\"bearer\"}");
        Credentials credentials =
                Credentials.token("ada", freshness -> freshness == Freshness.NEW ? "second" : "first");
        Replay replay = Sessions.dialogue(
                "SASL XOAUTH2",
                "C: AUTH XOAUTH2 " + base64("user=ada\1auth=Bearer first\1\1"),
                "S: + " + error,
                "C: ",
                "S: -ERR [AUTH] expired",
                "C: AUTH XOAUTH2 " + base64("user=ada\1auth=Bearer second\1\1"),
                "S: + " + error,
                "C: ",
                "S: -ERR [AUTH] expired");
        as(credentials, replay).whole(wire -> {
            Throwable failure = catchThrowable(() -> Sessions.over(wire));
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.TOKEN_REFUSED))
                    .hasMessageContaining("401");
        });
    }
}
