package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.net.Deadlines;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that never comes to an end costs a bounded amount of memory and time. */
class EndlessLineTest {
    private static Pop3 at(ScriptedServer server) {
        Server at = server.at();
        return Pop3.at(at.host()).port(at.port()).insecurePlaintext().deadlines(Deadlines.all(Duration.ofSeconds(20)));
    }

    @Test
    void anEndlessGreetingIsCutOff() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.flood("+OK hello "))) {
            assertThatThrownBy(() -> at(server).open())
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("line");
        }
    }

    @Test
    void endlessCapabilitiesAreCutOff() {
        try (ScriptedServer server = ScriptedServer.plain(
                talk -> talk.send("+OK hello").expect("CAPA").send("+OK").flood("X\r\n"))) {
            assertThatThrownBy(() -> at(server).open()).isInstanceOf(LimitExceeded.class);
        }
    }

    @Test
    void anEndlessListingIsCutOff() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.send("+OK hello")
                .expect("CAPA")
                .send("-ERR")
                .expect("LIST")
                .send("+OK")
                .flood("1 1\r\n"))) {
            try (Pop3Session session = at(server).open()) {
                assertThatThrownBy(session::entries).isInstanceOf(LimitExceeded.class);
            }
        }
    }

    @Test
    void anEndlessBodyStopsAtTheCallersLimit() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.send("+OK hello")
                .expect("CAPA")
                .send("-ERR")
                .expect("RETR 1")
                .send("+OK")
                .flood("spam "))) {
            try (Pop3Session session = at(server).open()) {
                assertThatThrownBy(() -> session.message(new Entry(1, 10, java.util.Optional.empty())))
                        .isInstanceOf(LimitExceeded.class);
            }
        }
    }

    @Test
    void aBodyWithoutItsTerminatorTimesOut() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.send("+OK hello")
                .expect("CAPA")
                .send("-ERR")
                .expect("RETR 1")
                .send("+OK")
                .send("half")
                .stall())) {
            try (Pop3Session session =
                    at(server).deadlines(Deadlines.all(Duration.ofMillis(300))).open()) {
                assertThatThrownBy(() -> session.message(new Entry(1, 10, java.util.Optional.empty())))
                        .isInstanceOf(TimedOut.class);
            }
        }
    }
}
