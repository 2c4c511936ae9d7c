package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.pop3.internal.Opening;
import dev.tegami.sasl.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 2449 and RFC 6856. */
class ExtensionsTest {
    @Test
    void whatTheServerSaysOfItselfIsTyped() {
        Capabilities capabilities = Capabilities.parse(List.of(
                "TOP",
                "LOGIN-DELAY 900 USER",
                "EXPIRE 30 USER",
                "sasl PLAIN scram-sha-256",
                "IMPLEMENTATION Cyrus v3.6"));
        assertThat(capabilities.loginDelay()).contains(Duration.ofMinutes(15));
        assertThat(capabilities.expire()).hasValue(30);
        assertThat(capabilities.sasl()).containsExactly("PLAIN", "SCRAM-SHA-256");
        assertThat(capabilities.implementation()).contains("Cyrus v3.6");
        assertThat(Capabilities.parse(List.of("EXPIRE NEVER", "LOGIN-DELAY x")).expire())
                .isEmpty();
        assertThat(Capabilities.parse(List.of("EXPIRE 0")).expire()).hasValue(0);
        assertThat(Capabilities.none().loginDelay()).isEmpty();
    }

    @Test
    void utf8ModeIsAskedForBeforeTheLoginAndCarriesRawHeaders() throws Exception {
        Sessions.dialogue(
                        "UTF8 USER\nUSER\nTOP",
                        "C: UTF8",
                        "S: +OK",
                        "C: USER jürgen",
                        "S: +OK",
                        "C: PASS straße",
                        "S: +OK",
                        "C: TOP 1 0",
                        "S: +OK",
                        "S: From: Jürgen <jürgen@bücher.test>",
                        "S: Subject: grüße",
                        "S: ",
                        "S: .")
                .options(options -> options.credentials(
                        Credentials.password("jürgen", "straße").only("USER")))
                .whole(wire -> {
                    Pop3Session session = new Pop3Session(Opening.over(wire, Opening.Charset.UTF_8));
                    Entry first = new Entry(1, 60, Optional.empty());
                    assertThat(session.headers(List.of(first)).get(0).get().subject())
                            .contains("grüße");
                });
    }

    @Test
    void aServerWithoutUtf8ModeRefusesIt() throws Exception {
        Sessions.dialogue("USER", "C: UTF8", "S: -ERR what?")
                .whole(wire -> assertThatThrownBy(() -> Opening.over(wire, Opening.Charset.UTF_8))
                        .isInstanceOf(Pop3Refused.class)
                        .hasMessageContaining("UTF8"));
    }

    @Test
    void languagesAreListedAndOneIsChosen() throws Exception {
        Sessions.dialogue(
                        "LANG",
                        "C: LANG",
                        "S: +OK",
                        "S: en English",
                        "S: de Deutsch",
                        "S: i-default",
                        "S: .",
                        "C: LANG de",
                        "S: +OK gut",
                        "C: NOOP",
                        "S: -ERR [SYS/PERM] geht nicht")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    assertThat(session.languages())
                            .containsExactly(
                                    new Language("en", "English"),
                                    new Language("de", "Deutsch"),
                                    new Language("i-default", ""));
                    session.language("de");
                    assertThatThrownBy(session::noop)
                            .isInstanceOfSatisfying(
                                    Pop3Refused.class,
                                    refused -> assertThat(refused.serverText()).isEqualTo("geht nicht"));
                });
    }

    @Test
    void marksAreTakenBackByRsetAndACommitThatFailsSaysSo() throws Exception {
        Sessions.dialogue(
                        "PIPELINING",
                        "C: DELE 1",
                        "C: DELE 2",
                        "S: +OK",
                        "S: -ERR already deleted",
                        "C: RSET",
                        "S: +OK",
                        "C: DELE 1",
                        "S: +OK",
                        "C: QUIT",
                        "S: -ERR [SYS/TEMP] some deleted messages not removed")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    Entry one = new Entry(1, 1, Optional.of("a"));
                    Entry two = new Entry(2, 1, Optional.of("b"));
                    assertThat(session.delete(List.of(one, two)))
                            .extracting(Pop3Refused::during)
                            .containsExactly("DELE 2");
                    session.reset();
                    assertThat(session.delete(List.of(one))).isEmpty();
                    assertThatThrownBy(session::commit)
                            .isInstanceOfSatisfying(
                                    Pop3Refused.class,
                                    refused -> assertThat(refused.isTransient()).isTrue());
                });
    }
}
