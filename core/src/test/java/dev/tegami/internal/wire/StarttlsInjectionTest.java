package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.TlsFailed;
import dev.tegami.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was said before TLS must not count after it (CVE-2011-0411 and its kin). */
@Timeout(60)
class StarttlsInjectionTest {
    private static void agree(Wire wire) {
        wire.line();
        wire.begin("STARTTLS", Wires.LONG);
        wire.text("STARTTLS").crlf().flush();
        wire.line();
    }

    @Test
    void octetsInTheSameSegmentEndTheSession() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
                    talk.send("220 hello").expect("STARTTLS").raw("220 go\r\n250 AUTH PLAIN\r\n");
                    talk.drain();
                });
                Wire wire = Wires.dial(server)) {
            agree(wire);
            assertThatThrownBy(wire::startTls)
                    .isInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining("16 octets");
            assertThatThrownBy(wire::line).isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void evenOneOctetEndsTheSession() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
                    talk.send("220 hello").expect("STARTTLS").raw("220 go\r\nx");
                    talk.drain();
                });
                Wire wire = Wires.dial(server)) {
            agree(wire);
            assertThatThrownBy(wire::startTls).isInstanceOf(ProtocolViolation.class);
        }
    }

    @Test
    void plaintextInPlaceOfTheHandshakeIsNoHandshake() {
        try (ScriptedServer server = ScriptedServer.startTls(talk -> {
                    talk.send("220 hello").expect("STARTTLS").send("220 go");
                    talk.read(1);
                    talk.send("250 AUTH PLAIN and much more of the same kind, as a server without TLS would say");
                    talk.drain();
                });
                Wire wire = Wires.dial(server)) {
            agree(wire);
            assertThatThrownBy(wire::startTls).isInstanceOf(TlsFailed.class);
            assertThatThrownBy(() -> wire.text("AUTH").crlf().flush()).isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void commandsWrittenBeforeTlsAreNotSentInside() {
        try (ScriptedServer server =
                        ScriptedServer.startTls(talk -> talk.send("220 hello").stall());
                Wire wire = Wires.dial(server)) {
            wire.line();
            wire.text("EHLO forgotten").crlf();
            assertThatThrownBy(wire::startTls).isInstanceOf(IllegalStateException.class);
            assertThat(wire.isSecure()).isFalse();
        }
    }
}
