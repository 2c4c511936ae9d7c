package dev.tegami.smtp;

import static dev.tegami.smtp.Sessions.at;
import static dev.tegami.smtp.Sessions.hello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.TlsFailed;
import dev.tegami.sasl.Denial;
import dev.tegami.testkit.ScriptedServer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DowngradeTest {
    @Test
    void withoutStarttlsThereIsNoSession() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            hello(talk, "mail.test", "AUTH PLAIN");
            assertThat(talk.line()).isNull();
        })) {
            assertThatThrownBy(() -> at(server).login("alice", "wonderland").open())
                    .isInstanceOf(TlsFailed.class)
                    .hasMessageContaining("does not offer STARTTLS");
        }
    }

    @Test
    void aServerThatOnlyKnowsHeloGetsNoPasswordEither() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            talk.send("220 old").expect("EHLO client.test").send("500 what?");
            talk.expect("HELO client.test").send("250 old");
            assertThat(talk.line()).isNull();
        })) {
            assertThatThrownBy(() -> at(server).login("alice", "wonderland").open())
                    .isInstanceOf(TlsFailed.class);
        }
    }

    @Test
    void aRefusalOfStarttlsIsTheEnd() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
            hello(talk, "mail.test", "STARTTLS");
            talk.expect("STARTTLS").send("454 4.7.0 not now");
            assertThat(talk.line()).isNull();
        })) {
            assertThatThrownBy(() -> at(server).open())
                    .isInstanceOf(TlsFailed.class)
                    .hasMessageContaining("454 4.7.0");
        }
    }

    @Test
    void opportunisticTlsSendsNoPasswordInClear() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            hello(talk, "mail.test", "AUTH PLAIN LOGIN");
            assertThat(talk.line()).isNull();
        })) {
            assertThatThrownBy(() -> at(server)
                            .opportunisticTls()
                            .login("alice", "wonderland")
                            .open())
                    .isInstanceOf(AuthenticationFailed.class)
                    .asInstanceOf(InstanceOfAssertFactories.type(AuthenticationFailed.class))
                    .returns(Denial.NEEDS_TLS, AuthenticationFailed::why);
        }
    }
}
