package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;

class StarttlsInjectionTest {
    @Test
    void whatFollowsTheAgreementInPlaintextEndsTheSession() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            hello(talk, "mail.test", "STARTTLS");
            talk.expect("STARTTLS");
            talk.raw("220 go\r\n250-mail.test\r\n250 AUTH PLAIN\r\n");
            talk.drain();
        })) {
            assertThatThrownBy(() -> at(server).login("alice", "wonderland").open())
                    .isInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining("between its agreement to TLS and the handshake");
        }
    }

    @Test
    void whatWasOfferedBeforeTlsIsForgotten() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            hello(talk, "mail.test", "STARTTLS", "AUTH PLAIN", "SIZE 5");
            talk.expect("STARTTLS").send("220 go").startTls();
            Sessions.offers(talk, "mail.test", "PIPELINING");
            talk.expect("QUIT").send("221 bye");
        })) {
            try (SmtpSession session = at(server).open()) {
                org.assertj.core.api.Assertions.assertThat(session.extensions().keywords())
                        .containsExactly("PIPELINING", "MAIL.TEST");
            }
        }
    }
}
