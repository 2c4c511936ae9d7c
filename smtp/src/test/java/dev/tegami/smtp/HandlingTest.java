package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DELIVERBY (RFC 2852), FUTURERELEASE (RFC 4865), MT-PRIORITY (RFC 6710), VRFY and EXPN. */
class HandlingTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    private static Envelope envelope(String wish) {
        return switch (wish) {
            case "return" -> BOB.deliverBy(DeliverBy.orReturn(Duration.ofMinutes(2)));
            case "notify" ->
                BOB.deliverBy(DeliverBy.orNotify(Duration.ofHours(1)).tracing());
            case "after" -> BOB.release(Release.after(Duration.ofDays(1)));
            case "at" -> BOB.release(Release.at(Instant.parse("2031-01-02T03:04:05.678Z")));
            case "urgent" -> BOB.priority(9);
            case "lazy" -> BOB.priority(-4);
            default ->
                BOB.priority(3)
                        .release(Release.after(Duration.ofSeconds(1)))
                        .deliverBy(DeliverBy.orReturn(Duration.ofSeconds(999_999_999)));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "return, BY=120;R",
        "notify, BY=3600;NT",
        "after, HOLDFOR=86400",
        "at, HOLDUNTIL=2031-01-02T03:04:05Z",
        "urgent, MT-PRIORITY=9",
        "lazy, MT-PRIORITY=-4",
        "all, BY=999999999;R HOLDFOR=1 MT-PRIORITY=3",
    })
    void wishesAreParametersOfMail(String wish, String parameters) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "DELIVERBY 60", "FUTURERELEASE 864000 2031-01-02T03:04:05Z", "MT-PRIORITY MIXER");
            talk.expect("MAIL FROM:<alice@example.test> " + parameters).send("501 no");
            talk.expect("QUIT").send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain(), envelope(wish)))
                    .isInstanceOf(SmtpRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"return", "after", "at"})
    void aServerThatCannotKeepATimeDoesNotGetTheMessage(String wish) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("QUIT").send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain(), envelope(wish)))
                    .isInstanceOf(ExtensionMissing.class);
        }
    }

    @Test
    void aServerWithoutPrioritiesGetsTheMessageWithoutOne() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test");
            talk.expect("MAIL FROM:<alice@example.test>").send("501 no");
            talk.expect("QUIT").send("221 bye");
        })) {
            assertThatThrownBy(() -> at(server).send(Letters.plain(), envelope("urgent")))
                    .isInstanceOf(SmtpRefused.class);
        }
    }

    @Test
    void valuesOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> BOB.priority(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Release.after(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeliverBy.orReturn(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAndListsAreAskedForAndCannotCarryACommand() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "SMTPUTF8");
            talk.expect("VRFY bob").send("250 Bob <bob@example.test>");
            talk.expect("EXPN staff").send("250-<a@example.test>").send("250 <b@example.test>");
            talk.expect("VRFY j\u00c3\u00bcrgen SMTPUTF8").send("252 perhaps");
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                assertThat(session.verify("bob").text()).isEqualTo("Bob <bob@example.test>");
                assertThat(session.expand("staff").lines()).containsExactly("<a@example.test>", "<b@example.test>");
                assertThat(session.verify("jürgen").code()).isEqualTo(252);
                assertThatThrownBy(() -> session.verify("bob\r\nRSET")).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> session.expand(" ")).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
